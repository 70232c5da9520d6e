import { type Fraction, minus } from '../number/fraction.ts';
import { isWholeRatio, type RatioReading } from '../time/ratio.ts';
import { type Remark, remarksOn } from './remark.ts';

/** How a ratio changed, in its own unit: percentage points where it is one of percent. Never a percentage of a percentage. */
export interface RatioChange {
  readonly figure: RatioReading;
  readonly base: RatioReading;
  /** null when one of the two cannot be told or lacks months. */
  readonly difference: Fraction | null;
  /** Of what stands above and below the line. */
  readonly remarks: { readonly above: readonly Remark[]; readonly below: readonly Remark[] };
}

/** `earlier`: the base as it was known at an earlier moment; null when nobody asks what was restated. */
export function ratioChange(figure: RatioReading, base: RatioReading, earlier: RatioReading | null): RatioChange {
  const isKnown = isWholeRatio(figure) && isWholeRatio(base);
  const difference = isKnown && figure.value !== null && base.value !== null ? minus(figure.value, base.value) : null;
  // That a sum above the line was 0 or below takes nothing away from a difference.
  const fitting = (remarks: readonly Remark[]) => remarks.filter(({ code }) => !signs.has(code));
  return {
    ...{ figure, base, difference },
    remarks: {
      above: fitting(remarksOn(figure.above, base.above, earlier?.above ?? null)),
      below: fitting(remarksOn(figure.below, base.below, earlier?.below ?? null)),
    },
  };
}

const signs: ReadonlySet<Remark['code']> = new Set(['base-zero', 'base-negative', 'figure-negative']);
