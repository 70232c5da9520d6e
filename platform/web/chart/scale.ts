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
