import { compareFractions, type Fraction, fraction } from '../number/fraction.ts';
import { RATE } from '../target/target.ts';

export type Light = 'green' | 'blue' | 'yellow' | 'red';

/** Paces from which on a light holds, in millionths; below yellow it is red. */
export interface LightLimits {
  readonly green: number;
  readonly blue: number;
  readonly yellow: number;
  /** While no more than this share of the way is expected, the light is no worse than yellow: one late invoice is no alarm. */
  readonly early: number;
}
export const usualLights: LightLimits = { green: 1_000_000, blue: 950_000, yellow: 850_000, early: 150_000 };

export interface Lit {
  readonly light: Light;
  /** The pace from which on it holds; null for red, and where the pace did not decide. */
  readonly limit: number | null;
  readonly because: 'pace' | 'early';
}

/** The light of a pace. */
export function lightOf(pace: Fraction, expected: Fraction, limits: LightLimits): Lit {
  const reaches = (limit: number): boolean => compareFractions(pace, fraction(BigInt(limit), BigInt(RATE))) >= 0;
  const isEarly = compareFractions(expected, fraction(BigInt(limits.early), BigInt(RATE))) <= 0;
  for (const light of ['green', 'blue', 'yellow'] as const)
    if (reaches(limits[light])) return { light, limit: limits[light], because: 'pace' };
  return isEarly ? { light: 'yellow', limit: null, because: 'early' } : { light: 'red', limit: null, because: 'pace' };
}
