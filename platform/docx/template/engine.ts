import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { RefusalError } from '../../../src/kernel/index.ts';

/**
 * Opens a template that was found sound for filling. Values are looked up by their own name in an entry and what stands
 * around it, never in what JavaScript gives every object. Refuses what the filler itself cannot make out.
 */
export function compile(bytes: Uint8Array): Docxtemplater<PizZip> {
  try {
    return new Docxtemplater(new PizZip(bytes), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      stripInvalidXMLChars: true,
      parser: (tag: string) => ({ get: (scope: unknown) => ownValue(scope, tag.trim()) }),
      nullGetter: () => '',
    });
  } catch (error) {
    throw new RefusalError({ code: 'template-unreadable', given: explanation(error) });
  }
}

function ownValue(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
  return (scope as Readonly<Record<string, unknown>>)[name];
}

/** What docxtemplater says of its errors, the first of them. */
export function explanation(error: unknown): string {
  const { properties } = error as { properties?: { errors?: readonly unknown[]; explanation?: string } };
  const first = properties?.errors?.[0];
  if (first !== undefined && first !== error) return explanation(first);
  return (properties?.explanation ?? (error instanceof Error ? error.message : String(error))).slice(0, 300);
}
