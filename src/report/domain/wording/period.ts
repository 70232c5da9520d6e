import type { BulletinFacts } from '../facts/index.ts';

/** The earlier cycles that something can be compared with, with the word for it. A year has no other 同比 than 环比. */
export function comparisons({ current, previous, yearAgo }: BulletinFacts): readonly {
  readonly against: '环比' | '同比';
  readonly key: 'previous' | 'yearAgo';
  /** Lights were given by the same rules, rates by the same weights: else the two are not alike. */
  readonly sameRules: boolean;
  readonly sameWeights: boolean;
}[] {
  const alike = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  const like = (other: BulletinFacts['current']) => ({
    sameRules: alike(current.snapshot.rules, other.snapshot.rules),
    sameWeights: alike(current.snapshot.weights, other.snapshot.weights),
  });
  const yearly = current.snapshot.cycle.kind === 'yearly';
  return [
    ...(previous === null
      ? []
      : [{ against: yearly ? ('同比' as const) : ('环比' as const), key: 'previous' as const, ...like(previous) }]),
    ...(yearAgo === null || yearly ? [] : [{ against: '同比' as const, key: 'yearAgo' as const, ...like(yearAgo) }]),
  ];
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
