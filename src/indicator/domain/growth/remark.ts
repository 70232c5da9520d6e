import type { Period } from '../../../kernel/index.ts';
import type { Vintage } from '../figure.ts';
import type { Fraction } from '../number/fraction.ts';
import { isWhole, lacking, type Reading } from '../time/reading.ts';
import { rateOf } from './rate.ts';

/** What whoever reads a rate must know of it. Words are made at the edge. */
export type Remark =
  /** Months that it lacks; there is no rate. */
  | { readonly code: 'figure-incomplete' | 'base-incomplete'; readonly months: readonly Period[] }
  /** There is no rate; the difference still says something. */
  | { readonly code: 'base-zero' }
  | { readonly code: 'base-negative' | 'figure-negative'; readonly given: bigint }
  /** What was counted is not the same: the rate is not one of like with like. */
  | { readonly code: 'basis-differs'; readonly figure: readonly string[]; readonly base: readonly string[] }
  /** The base was another one then, and the rate would have been this. */
  | {
      readonly code: 'base-restated';
      readonly before: bigint;
      readonly now: bigint;
      readonly vintages: readonly Vintage[];
      readonly rate: Fraction | null;
    }
  | { readonly code: 'mixed-vintages'; readonly of: 'figure' | 'base'; readonly vintages: readonly Vintage[] };

/** `then`: the base as it was known earlier; null when nobody asks. */
export function remarksOn(figure: Reading, base: Reading, then: Reading | null): Remark[] {
  return [
    ...(isWhole(figure) ? [] : [{ code: 'figure-incomplete', months: lacking(figure) } as const]),
    ...(isWhole(base) ? [] : [{ code: 'base-incomplete', months: lacking(base) } as const]),
    ...signs(figure, base),
    ...bases(figure, base),
    ...restated(figure, base, then),
    ...mixed('figure', figure),
    ...mixed('base', base),
  ];
}

function signs(figure: Reading, base: Reading): Remark[] {
  if (!isWhole(base) || base.value === null) return [];
  if (base.value === 0n) return [{ code: 'base-zero' }];
  if (base.value < 0n) return [{ code: 'base-negative', given: base.value }];
  if (figure.value === null || figure.value >= 0n) return [];
  return [{ code: 'figure-negative', given: figure.value }];
}

function bases(figure: Reading, base: Reading): Remark[] {
  const all = new Set([...figure.bases, ...base.bases]);
  return all.size > 1 ? [{ code: 'basis-differs', figure: figure.bases, base: base.bases }] : [];
}

function restated(figure: Reading, base: Reading, then: Reading | null): Remark[] {
  if (then === null || !isWhole(then) || then.value === null || base.value === null) return [];
  if (then.value === base.value) return [];
  const { value, vintages } = then;
  return [{ code: 'base-restated', before: value, now: base.value, vintages, rate: rateOf(figure, then) }];
}

const mixed = (of: 'figure' | 'base', { vintages }: Reading): Remark[] =>
  vintages.length > 1 ? [{ code: 'mixed-vintages', of, vintages }] : [];
