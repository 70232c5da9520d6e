/** Grounds there are, from little to much. */
export const heatGrounds = 5;

/**
 * Which class a value belongs to: 0 below the first break, one more from each break on; null for no value. Breaks rise; a value
 * on a break belongs above it.
 */
export function classOf(value: number | null, breaks: readonly number[]): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  let at = 0;
  while (at < breaks.length && value >= (breaks[at] ?? Infinity)) at += 1;
  return at;
}

/** The CSS class of a cell or region: a ground with the ink that is read on it. Fewer classes are spread over all grounds. */
export function heatClass(value: number | null, breaks: readonly number[]): string {
  const at = classOf(value, breaks);
  return at === null ? 'jw-heat jw-heat-none' : `jw-heat jw-heat-${groundOf(at, breaks.length + 1)}`;
}

export const groundOf = (at: number, classes: number): number =>
  classes <= 1
    ? Math.floor(heatGrounds / 2)
    : Math.round((Math.min(at, classes - 1) * (heatGrounds - 1)) / (classes - 1));

/**
 * Breaks that put about as many values into each class. Equal values are never parted, so that there may be fewer classes; none for
 * fewer than two different values.
 */
export function quantileBreaks(values: readonly (number | null)[], classes = heatGrounds): readonly number[] {
  const known = values
    .filter((value): value is number => value !== null && Number.isFinite(value))
    .sort((a, b) => a - b);
  const breaks: number[] = [];
  for (let nth = 1; nth < Math.min(classes, heatGrounds); nth++) {
    const value = known[Math.round((nth * known.length) / Math.min(classes, heatGrounds))];
    if (value !== undefined && value > (breaks.at(-1) ?? known[0] ?? value)) breaks.push(value);
  }
  return breaks;
}
