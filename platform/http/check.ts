import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { type Refusal, RefusalError } from '../../src/kernel/index.ts';
import { dayPattern } from './day-pattern.ts';

/** A fault as the validator tells it, in the words of JSON Schema. */
export interface Fault {
  readonly keyword: string;
  /** JSON pointer into the value. */
  readonly instancePath: string;
  readonly params: object;
}

const compiled = new WeakMap<TSchema, Validator>();

/** Most faults that one answer lists. */
const most = 20;

/**
 * Checks a value against a schema of the contract and gives it back with its type. Refuses with one entry for each
 * fault: the field as `head.title`, what was given, and what was expected.
 */
export function checked<S extends TSchema>(schema: S, value: unknown, prefix = ''): Static<S> {
  const validator = compiled.get(schema) ?? (Compile(schema) as unknown as Validator);
  compiled.set(schema, validator);
  if (validator.Check(value)) return value as Static<S>;
  throw new RefusalError(...refusalsOf(validator.Errors(value), value, prefix));
}

/** Fields whose value is not repeated in an answer, a log or the audit. */
const secretField = /password|secret|token|^code$/i;

/** Schema faults as refusals, each field once. */
export function refusalsOf(faults: readonly Fault[], value: unknown, prefix: string): Refusal[] {
  const refusals = new Map<string, Refusal>();
  for (const fault of faults)
    for (const { code, name, limit } of told(fault)) {
      const parts = [prefix, ...pointer(fault.instancePath), name].filter((part) => part !== '');
      const field = parts.join('.');
      if (refusals.size >= most || refusals.has(field)) continue;
      const telling = name === '' && !parts.some((part) => secretField.test(part));
      const given = telling ? short(valueAt(value, fault.instancePath)) : null;
      refusals.set(field, { code, ...(field !== '' && { field }), given, limit });
    }
  return [...refusals.values()];
}

interface Told {
  readonly code: string;
  /** The field inside the faulty place, where the fault names one. */
  readonly name: string;
  readonly limit: string | number | null;
}

function told({ keyword, params }: Fault): Told[] {
  const given = params as Readonly<Record<string, unknown>>;
  const one = (code: string, limit: unknown): Told[] => [
    { code, name: '', limit: typeof limit === 'number' ? limit : String(limit ?? '') },
  ];
  const each = (code: string, names: unknown): Told[] =>
    [names].flat().map((name) => ({ code, name: String(name), limit: null }));
  switch (keyword) {
    // They repeat what a fault inside them says better.
    case 'anyOf':
    case 'boolean':
      return [];
    case 'required':
      return each('field-missing', given.requiredProperties);
    case 'additionalProperties':
      return each('field-unexpected', given.additionalProperties);
    case 'enum':
      return one('value-not-listed', [given.allowedValues].flat().join('、'));
    case 'type':
      return one('type-wrong', [given.type].flat().join('、'));
    case 'pattern':
    case 'format':
      if (given.pattern === dayPattern) return one('day-unknown', 'YYYY-MM-DD');
      return one('form-wrong', given[keyword]);
    default:
      return one('value-out-of-bounds', given.limit ?? keyword);
  }
}

const pointer = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const valueAt = (value: unknown, path: string): unknown =>
  pointer(path).reduce<unknown>((inner, name) => (inner as Readonly<Record<string, unknown>> | null)?.[name], value);

function short(value: unknown): string | number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return value === undefined || value === null ? null : typeof value;
}
