/** Times of answers in milliseconds, as people read them. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** The given share of all times does not exceed this; 0 without any. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    most: sorted.at(-1) ?? 0,
  };
}

/** Memory of the server at a moment of the run. */
export interface Memory {
  /** Seconds since the run began. */
  readonly at: number;
  readonly rss: number;
  readonly heap: number;
}

/** Growth of some figure a minute, by least squares over the second half of the run, when everything is warm. */
export function growthPerMinute(points: readonly (readonly [seconds: number, value: number])[]): number {
  const late = points.slice(Math.floor(points.length / 2));
  if (late.length < 2) return 0;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(late.map(([at]) => at)), mean(late.map(([, value]) => value))];
  const square = late.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const product = late.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return square === 0 ? 0 : (product / square) * 60;
}
