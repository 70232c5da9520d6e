import { fraction, nearestWhole } from '../number/fraction.ts';
import type { PastYear, Path } from '../pace/path.ts';
import { RATE } from '../target/target.ts';
import { type Level, studentQuantile } from './student.ts';

/** What a year may come to. */
export interface Forecast {
  /**
   * `path`: what has come, over the share that had come by then in the years before. `line`: over the share of the year that is
   * gone, since fewer than two years are known. `over`: the year is complete.
   */
  readonly method: 'path' | 'line' | 'over';
  readonly value: bigint;
  /** The interval; null where nothing is known of the spread. */
  readonly low: bigint | null;
  readonly high: bigint | null;
  /** Of 100 such intervals so many should hold the year's end. */
  readonly level: Level;
  /** Years that the spread was learned from. */
  readonly years: readonly string[];
}

export interface ForecastOptions {
  readonly level: Level;
  /** What has come cannot go again: the year does not end below it. */
  readonly rises: boolean;
}

/**
 * From what had come by a step of the year (`at`, 0 the first), its path and the years that the path was learned from. The
 * interval is the prediction interval of one more year of the same kind for the logarithm of total ÷ what had come: mean ± t ×
 * s × √(1 + 1/n), Student's t with n − 1 degrees of freedom, so that two years give a wide one. It takes years to differ by
 * chance alone; a shock that none of them had is not in it. null when nothing was expected by then.
 */
export function forecastYear(
  sofar: bigint,
  at: number,
  path: Path,
  { level, rises }: ForecastOptions,
): Forecast | null {
  const share = path.shares[at];
  if (share === undefined) throw new RangeError(`no step of the year: ${at}`);
  if (at === path.shares.length - 1) return { method: 'over', value: sofar, low: sofar, high: sofar, level, years: [] };
  if (share <= 0) return null;
  const value = nearestWhole(fraction(sofar * BigInt(RATE), BigInt(share)));
  if (path.kind === 'linear') return { method: 'line', value, low: null, high: null, level, years: [] };
  const used = path.years.filter(({ byStep }) => (byStep[at] ?? 0n) > 0n);
  const years = used.map(({ year }) => year);
  const factors = factorsOf(used, at, level);
  if (factors === null) return { method: 'path', value, low: null, high: null, level, years };
  const ends = [scaledBy(sofar, factors.low), scaledBy(sofar, factors.high), value];
  const low = ends.reduce((least, end) => (end < least ? end : least));
  const high = ends.reduce((most, end) => (end > most ? end : most));
  const least = rises && low < sofar ? sofar : low;
  return { method: 'path', value, low: least, high: high < least ? least : high, level, years };
}

/** Between which factors total ÷ what had come lies; null from fewer than two years. */
function factorsOf(years: readonly PastYear[], at: number, level: Level): { low: number; high: number } | null {
  if (years.length < 2) return null;
  const logs = years.map(({ byStep, total }) => Math.log(Number(total)) - Math.log(Number(byStep[at] ?? 1n)));
  const n = logs.length;
  const mean = logs.reduce((sum, each) => sum + each, 0) / n;
  const spread = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1));
  const reach = studentQuantile(level, n - 1) * spread * Math.sqrt(1 + 1 / n);
  return { low: Math.exp(mean - reach), high: Math.exp(mean + reach) };
}

/** Factors are estimates: millionths are enough. Nothing goes beyond a million times what has come. */
const scaledBy = (value: bigint, by: number): bigint =>
  nearestWhole(fraction(value * BigInt(Math.round(Math.min(by, RATE) * RATE)), BigInt(RATE)));
