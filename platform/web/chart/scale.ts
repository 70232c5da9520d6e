/** Round figures from 0 to at least `most`, for the lines of a chart: 1, 2 or 5 times a power of ten apart. */
export function ticksTo(most: number, count = 4): readonly number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

/** How much of the whole, in percent with two places; nothing of nothing is nothing. */
export const percentOf = (part: number, whole: number): number =>
  whole > 0 ? Math.round((Math.max(0, part) / whole) * 10_000) / 100 : 0;

/** Without what adding powers of ten leaves behind, so that 0.1 × 3 is written 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** What a chart can hold: beyond it differences are lost in doubles, or overflow. */
const held = (value: number): number =>
  Number.isFinite(value) && Math.abs(value) > 1e-100 ? Math.min(1e100, Math.max(-1e100, value)) : 0;

/**
 * Round figures from at most `low` to at least `high`, about `count` steps of 1, 2 or 5 times a power of ten apart; where both are
 * as good as the same, above the lower one. Not finite is as good as 0.
 */
export function ticksBetween(low: number, high: number, count = 4): readonly number[] {
  const [a, b] = [held(low), held(high)];
  const least = Math.min(a, b);
  const size = Math.max(Math.abs(a), Math.abs(b));
  const span = Math.abs(a - b) > size * 1e-6 ? Math.abs(a - b) : size || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.floor(tidy(least / step));
  const last = Math.ceil(tidy((least + span) / step));
  return Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step));
}

/** From one span of figures to one of lengths. A span of nothing lies at the beginning. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  const by = to === from ? 0 : (end - start) / (to - from);
  return (value: number): number => start + (value - from) * by;
}

/** A length in a path: a tenth of a pixel is as fine as anybody sees. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);
