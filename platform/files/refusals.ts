import { RefusalError } from '../../src/kernel/index.ts';

/** Every reason for which a file is not read. The sentence for people stands in platform/messages/files.ts. */
export const fileRefusalCodes = [
  'not-found',
  'not-a-file',
  'not-readable',
  'empty',
  'too-large',
  'too-long',
  'too-many-lines',
  'unsupported',
  'wrong-extension',
  'not-text',
  'truncated',
  'damaged',
  'encrypted',
  'macros',
  'zip-bomb',
  'too-many-entries',
  'unsafe-entry',
  'duplicate-entry',
  'nested-entities',
  'too-deep',
  'too-many-elements',
  'too-many-pages',
  'scanned-pdf',
  'unreadable-text',
  'needs-libreoffice',
  'conversion-failed',
  'time-limit',
  'memory-limit',
  'not-a-workbook',
  'workbook-macros',
  'too-many-cells',
  'evidence-kind',
  'photo-sealed',
] as const;
export type FileRefusalCode = (typeof fileRefusalCodes)[number];

/**
 * Ends the reading of a file. `given` and `limit` are the figures or words that the sentence needs; the file's name is
 * added at the face (`nameTheFile`), so that the readers below need not carry it along.
 */
export function refuseFile(
  code: FileRefusalCode,
  given: string | number | null = null,
  limit: string | number | null = null,
): never {
  throw new RefusalError({ code, given, limit });
}

/** Runs a reading and puts the file's name into the refusals that come out of it. */
export async function nameTheFile<T>(name: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new RefusalError(...error.refusals.map((refusal) => ({ field: name, ...refusal })));
  }
}
