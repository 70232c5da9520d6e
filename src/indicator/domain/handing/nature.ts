import { type Period, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { fraction, nearestWhole, times } from '../number/fraction.ts';
import { RATE, type Target } from '../target/target.ts';

/**
 * What is added up when a target is handed down: the figure itself, the level that a rate of growth leads to, or what a ratio
 * needs above its line. `none`: a rise in percentage points adds up to nothing.
 */
export type HandingNature = 'sum' | 'growth' | 'ratio' | 'none';

export function natureOf(target: Pick<Target, 'mode'>, { of }: Pick<Definition, 'of'>): HandingNature {
  if (of.kind === 'ratio') return target.mode === 'level' || target.mode === 'annual' ? 'ratio' : 'none';
  return target.mode === 'growth' ? 'growth' : 'sum';
}

/** The period that growth starts from, and shares are of: the base of growth, else the year before. */
export const referenceOf = ({ base, period, mode }: Pick<Target, 'base' | 'period' | 'mode'>): Period =>
  (mode === 'growth' ? base?.period : null) ?? yearBefore(period);

/** What was reported of a place: the figure, of a ratio what is above and below the line. */
export interface Past {
  readonly last: bigint | null;
  readonly below: bigint | null;
}

/** The figure that a value stands for, so that places can be added up; null: it cannot be told. */
export function levelOf(
  value: bigint,
  target: Pick<Target, 'base' | 'period' | 'mode'>,
  nature: HandingNature,
  { last, below }: Past,
  unit: bigint,
): bigint | null {
  switch (nature) {
    case 'sum':
      return value;
    case 'none':
      return null;
    case 'ratio':
      return below === null || below <= 0n ? null : nearestWhole(fraction(value * below, unit));
    case 'growth': {
      if (last === null || last <= 0n) return null;
      const years = target.base?.perYear === true ? yearOf(target.period) - yearOf(referenceOf(target)) : 1;
      const step = fraction(BigInt(RATE) + value, BigInt(RATE));
      let level = fraction(last);
      for (let year = 0; year < years; year += 1) level = times(level, step);
      return nearestWhole(level);
    }
  }
}
