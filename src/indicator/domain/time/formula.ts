import type { Period } from '../../../kernel/index.ts';
import { basesOf, type Known, type Series, vintagesOf } from './known.ts';

/** A sum or difference of other indicators that are reported alike: same measures, frequency, unit and decimals. */
export interface Term {
  readonly times: 1 | -1;
  readonly series: Series;
}

/**
 * The series of a formula. A period in which one of its terms was not reported, or stated as none, is not in it: what lacks
 * a part is no sum. Its vintages are those of all terms; a basis is named only when all have the same one.
 */
export function formulaSeries(terms: readonly Term[]): Series {
  const [first] = terms;
  const found = new Map<Period, Known>();
  for (const period of first?.series.keys() ?? []) {
    const parts = terms.map(({ series }) => series.get(period)).filter((known) => known !== undefined);
    const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
    if (values.length !== terms.length) continue;
    const value = values.reduce((sum, each, at) => sum + BigInt(terms[at]?.times ?? 1) * each, 0n);
    const [basis = null, ...others] = basesOf(parts);
    found.set(period, { value, vintages: vintagesOf(parts), basis: others.length === 0 ? basis : null });
  }
  return found;
}
