import { Meaningless } from './formula.ts';
import type { Condition, Fraction, Order, Whole } from './program.ts';
import { choose, combine, constant } from './whole.ts';

/** Arithmetic of fractions, as far as amounts need it. Throws `TooGreat` like everything below it. */

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Both over one common divisor, for a result that has only one: two divisors that are facts have none in common. */
function alike(a: Fraction, b: Fraction): ReturnType<typeof common> {
  if (hasTwoDivisors(a, b)) throw new Meaningless({ code: 'policy-divide-last', at: 0, given: '÷' });
  return common(a, b);
}

/** Multiplied out with each other's divisor, as a comparison wants them. */
function common(
  a: Fraction,
  b: Fraction,
): { readonly x: Whole; readonly y: Whole; readonly per: number; readonly by: Whole | null } {
  const [p, q] = [BigInt(a.per), BigInt(b.per)];
  const per = (p * q) / gcd(p, q);
  let x = combine('mul', a.of, constant(per / p));
  let y = combine('mul', b.of, constant(per / q));
  if (b.by !== null) x = combine('mul', x, b.by);
  if (a.by !== null) y = combine('mul', y, a.by);
  return { x, y, per: Number(per), by: a.by ?? b.by };
}

export const hasTwoDivisors = (a: Fraction, b: Fraction): boolean => a.by !== null && b.by !== null;

export function lesser(a: Fraction, b: Fraction): Fraction {
  const { x, y, per, by } = alike(a, b);
  return { of: combine('min', x, y), per, by };
}

export function greater(a: Fraction, b: Fraction): Fraction {
  const { x, y, per, by } = alike(a, b);
  return { of: combine('max', x, y), per, by };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  const { x, y, per, by } = alike(a, b);
  return { of: combine('add', x, y), per, by };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  const { x, y, per, by } = alike(a, b);
  return { of: combine('sub', x, y), per, by };
}

export function either(when: Condition, a: Fraction, b: Fraction): Fraction {
  const { x, y, per, by } = alike(a, b);
  return { of: choose(when, x, y), per, by };
}

export function compare(order: Order, a: Fraction, b: Fraction): Condition {
  const { x, y } = common(a, b);
  return { op: 'compare', order, a: x, b: y, divisors: [a.by, b.by].filter((by) => by !== null) };
}

export const none: Fraction = { of: constant(0n), per: 1, by: null };

export const notBelowZero = (a: Fraction): Fraction =>
  a.of.low >= 0 ? a : { ...a, of: combine('max', a.of, constant(0n)) };
