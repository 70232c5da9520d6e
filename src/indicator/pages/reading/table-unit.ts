import { figureText } from '../../domain/figure-text.ts';
import { fraction } from '../../domain/number/fraction.ts';
import { type InUnit, inBestUnit, wholeOf } from '../../domain/wording/unit.ts';

/** How all figures of one table are written: one unit for all, so that columns can be compared at a glance. */
export interface TableUnit {
  readonly unit: string;
  /** Of the unit that is shown: figures are kept in 10^-decimals of it. */
  readonly decimals: number;
  /** Places behind the point that are shown. */
  readonly places: number;
}

/** The greatest unit of which the greatest of the figures has at least one; two places behind the point at most. */
export function tableUnitOf(values: readonly bigint[], written: InUnit): TableUnit {
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const most = values.reduce((greatest, value) => (size(value) > greatest ? size(value) : greatest), 0n);
  // Rounded to its first digit, so that nothing keeps it from its greatest unit.
  const digits = most.toString().length;
  const { unit, decimals } = inBestUnit(most === 0n ? 0n : 10n ** BigInt(digits - 1), written, written.decimals + 12);
  return { unit, decimals, places: Math.min(decimals, 2) };
}

/** A figure as the table writes it, rounded: `1,234.57`. The exact one belongs into its title. */
export const inTable = (value: bigint, { decimals, places }: TableUnit): string =>
  figureText(wholeOf(fraction(value, 10n ** BigInt(decimals)), places), places);
