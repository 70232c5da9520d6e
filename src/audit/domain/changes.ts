import { canonicalJson } from './canonical.ts';
import type { Digest } from './chain.ts';
import { masked } from './mask.ts';
import type { AuditChange } from './note.ts';

/** Signs of canonical JSON that a value may have; longer ones are cut. */
export const longestValue = 2000;
const beginning = 200;
/** Signs that all changes of an entry may have together. */
export const longestChanges = 200_000;

/**
 * The fields that differ between two states of a record; null for a record that was not there before or is not any
 * more. Which fields count is said by name, so that a new one is not forgotten by accident but left out on purpose.
 */
export function changesOf<T extends object>(
  before: T | null,
  after: T | null,
  fields: readonly (keyof T & string)[],
): AuditChange[] {
  return fields
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
}

/** A value too long to be kept: its beginning, its length in signs of canonical JSON, and the digest of all of it. */
export interface CutValue {
  readonly begins: string;
  readonly length: number;
  readonly digest: string;
}

/** Changes as the log keeps them: masked, then cut, as canonical JSON. Changes beyond the limit are counted only. */
export function keptChanges(changes: readonly AuditChange[], digest: Digest): string {
  const kept: string[] = [];
  let length = 0;
  for (const { field, before, after } of changes) {
    const text = canonicalJson({
      field,
      before: cut(masked(field, before), digest),
      after: cut(masked(field, after), digest),
    });
    if (length + text.length > longestChanges) break;
    length += text.length;
    kept.push(text);
  }
  const rest = changes.slice(kept.length);
  if (rest.length > 0) kept.push(canonicalJson(summaryOf(rest, digest)));
  return `[${kept.join(',')}]`;
}

function summaryOf(rest: readonly AuditChange[], digest: Digest): AuditChange {
  const whole = rest.map(({ field, before, after }) => ({
    field,
    before: masked(field, before),
    after: masked(field, after),
  }));
  return { field: 'more', before: null, after: { count: rest.length, digest: digest(canonicalJson(whole)) } };
}

function cut(value: unknown, digest: Digest): unknown {
  const text = canonicalJson(value);
  if (text.length <= longestValue) return value;
  const begins = (typeof value === 'string' ? value : text).slice(0, beginning).toWellFormed();
  return { begins, length: text.length, digest: digest(text) } satisfies CutValue;
}

/** Whether a kept value stands for a longer one. */
export const isCut = (value: unknown): value is CutValue =>
  typeof value === 'object' && value !== null && 'begins' in value && 'length' in value && 'digest' in value;
