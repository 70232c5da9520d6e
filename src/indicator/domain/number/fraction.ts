/** An exact rate: n over d in lowest terms, d above 0. Rates stay so until they are shown. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** n over d; throws a RangeError when d is 0. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError('a fraction over 0');
  const common = gcd(n, d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

/** Greatest common divisor, above 0. */
function gcd(n: bigint, d: bigint): bigint {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** Throws a RangeError when b is 0. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** Below 0, 0 or above 0 as a is less than, the same as or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [x, y] = [a.n * b.d, b.n * a.d];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The nearest whole number; halves away from 0, as people round. */
export function nearestWhole({ n, d }: Fraction): bigint {
  const size = (2n * (n < 0n ? -n : n) + d) / (2n * d);
  return n < 0n ? -size : size;
}

/** The least whole number that is not less. */
export const ceilingOf = ({ n, d }: Fraction): bigint => (n >= 0n ? (n + d - 1n) / d : -(-n / d));
/** The greatest whole number that is not more. */
export const floorOf = ({ n, d }: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

/** For showing and for statistics: the whole number nearest to `times` the fraction, as 1,000 for permille. */
export const scaled = (a: Fraction, by: number): number => Number(nearestWhole(times(a, fraction(BigInt(by)))));

/** As a double, for drawing and for statistics; right to the last bits however long n and d are. */
export function approximately({ n, d }: Fraction): number {
  const bits = n === 0n ? 0 : (n < 0n ? -n : n).toString(2).length - d.toString(2).length;
  // 64 bits of the quotient, then the power of two back.
  const shift = 64 - bits;
  const quotient = shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}
