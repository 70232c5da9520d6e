import { type Fraction, fraction } from '../number/fraction.ts';
import { isWhole, type Reading } from '../time/reading.ts';

/** Only of readings that lack nothing, against a base above 0: against less than nothing there is no rate of growth. */
export function rateOf(figure: Reading, base: Reading): Fraction | null {
  if (!isWhole(figure) || !isWhole(base) || figure.value === null || base.value === null) return null;
  return base.value > 0n ? fraction(figure.value - base.value, base.value) : null;
}
