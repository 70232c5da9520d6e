import type { Direction } from '../definition.ts';
import { ceilingOf, type Fraction, floorOf, fraction, minus, plus, times } from '../number/fraction.ts';
import { RATE, senseOf, type Target } from './target.ts';

/** The whole numbers that meet a target, both ends included; null: no end. */
export interface Bounds {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/**
 * `levelOf` makes of the value of a target the figure that meets it exactly. `slack`: how far 左右 reaches to either side,
 * in millionths of that figure.
 */
export function boundsOf(
  target: Target,
  direction: Direction,
  slack: number,
  levelOf: (value: bigint) => Fraction,
): Bounds {
  const level = levelOf(target.value);
  const top = levelOf(target.value2 ?? target.value);
  const reach = target.op === '~' ? times(absolute(level), fraction(BigInt(slack), BigInt(RATE))) : fraction(0n);
  const sense = senseOf(target.op, direction);
  const [bottom, summit] = [minus(least(level, top), reach), plus(greatest(level, top), reach)];
  // A level between two whole numbers is hit by both, or nothing would hit it.
  if (sense === 'exact') return { low: floorOf(bottom), high: ceilingOf(summit) };
  if (sense === 'floor') return { low: target.op === '>' ? floorOf(level) + 1n : ceilingOf(bottom), high: null };
  return { low: null, high: target.op === '<' ? ceilingOf(level) - 1n : floorOf(summit) };
}

const absolute = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d });
const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
const least = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? a : b);
const greatest = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a);

/** How far a figure is from meeting; 0: it does. */
export function distance(value: bigint, { low, high }: Bounds): bigint {
  if (low !== null && value < low) return low - value;
  return high !== null && value > high ? value - high : 0n;
}

/** Of everything that a figure may still become: does all meet, none, or some? */
export function judge(possible: Bounds, { low, high }: Bounds): 'met' | 'not-met' | 'open' {
  const { low: a, high: b } = possible;
  if ((low !== null && b !== null && b < low) || (high !== null && a !== null && a > high)) return 'not-met';
  const isAbove = low === null || (a !== null && a >= low);
  const isBelow = high === null || (b !== null && b <= high);
  return isAbove && isBelow ? 'met' : 'open';
}
