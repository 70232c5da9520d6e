import type { Definition } from '../definition.ts';
import { figureText } from '../figure-text.ts';
import { type Fraction, nearestWhole } from '../number/fraction.ts';

/** What is wanted of a definition to write its figures. */
export type InUnit = Pick<Definition, 'unit' | 'decimals'>;

/** Units that grow by 10^4 from one to the next. */
const ladders = ['元', '美元', '吨', '人', '千瓦时', '平方米'].map((unit) => [unit, `万${unit}`, `亿${unit}`]);

/** The units from the given one upwards; only itself where it has no greater ones. */
function greaterUnits(unit: string): readonly string[] {
  const ladder = ladders.find((each) => each.includes(unit));
  return ladder === undefined ? [unit] : ladder.slice(ladder.indexOf(unit));
}

/** A figure in the unit that it reads best in, the same amount exactly. */
export interface Shown extends InUnit {
  readonly value: bigint;
}

/**
 * In a greater unit from 1 of that unit on, unless it would have more than `most` decimals there: 124,000 万元 is 12.4 亿元,
 * and 123,456 万元 stays.
 */
export function inBestUnit(value: bigint, { unit, decimals }: InUnit, most = 2): Shown {
  const units = greaterUnits(unit);
  const size = value < 0n ? -value : value;
  for (let at = units.length - 1; at > 0; at -= 1) {
    const places = decimals + 4 * at;
    const isWhole = size % 10n ** BigInt(Math.max(0, places - most)) === 0n;
    if (size >= 10n ** BigInt(places) && isWhole) return { value, unit: units[at] ?? unit, decimals: places };
  }
  return { value, unit, decimals };
}

/** Number and unit: `1,234.5 万元`, `8.3%`, `3 家`. */
export function withUnit({ value, unit, decimals }: Shown): string {
  const number = figureText(value, decimals);
  return unit === '' || unit === '%' || unit === '‰' ? `${number}${unit}` : `${number} ${unit}`;
}

/** Rounded to so many leading digits: `down` and `up` for the ends of an interval, else as people round. */
export function roundedTo(value: bigint, digits: number, way: 'nearest' | 'down' | 'up' = 'nearest'): bigint {
  const size = value < 0n ? -value : value;
  const step = 10n ** BigInt(Math.max(0, size.toString().length - digits));
  if (way === 'nearest') return nearestWhole({ n: value, d: step }) * step;
  const floor = (value - (((value % step) + step) % step)) / step;
  return (way === 'up' && floor * step !== value ? floor + 1n : floor) * step;
}

/** Whole number of 10^-decimals nearest to a fraction. */
export const wholeOf = ({ n, d }: Fraction, decimals: number): bigint =>
  nearestWhole({ n: n * 10n ** BigInt(decimals), d });
