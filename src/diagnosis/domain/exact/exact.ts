/** A fraction of whole numbers, always over a positive divisor: scores are compared exactly and rounded once, to be read. */
export interface Exact {
  readonly of: bigint;
  readonly per: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function exact(of: bigint | number, per: bigint | number = 1n): Exact {
  const [top, bottom] = [BigInt(of), BigInt(per)];
  const sign = bottom < 0n ? -1n : 1n;
  const common = gcd(top, bottom) || 1n;
  return { of: (sign * top) / common, per: (sign * bottom) / common };
}

export const zero: Exact = { of: 0n, per: 1n };
export const plus = (a: Exact, b: Exact): Exact => exact(a.of * b.per + b.of * a.per, a.per * b.per);
export const minus = (a: Exact, b: Exact): Exact => exact(a.of * b.per - b.of * a.per, a.per * b.per);
export const times = (a: Exact, b: Exact): Exact => exact(a.of * b.of, a.per * b.per);
export const compared = (a: Exact, b: Exact): number => {
  const difference = a.of * b.per - b.of * a.per;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** Whole, rounded down: what is shown never lies over a border that was not reached. */
export function floor({ of, per }: Exact): number {
  const whole = of / per;
  return Number(of < 0n && whole * per !== of ? whole - 1n : whole);
}

/** Typed digits as a whole number at so many decimals; null: they are no number or have more decimals. */
export function scaled(text: string, decimals: number): bigint | null {
  const parts = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/u.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', part = ''] = parts;
  const kept = part.replace(/0+$/u, '');
  if (kept.length > decimals) return null;
  return BigInt(`${sign}${whole}${kept.padEnd(decimals, '0')}`);
}
