export interface Forecast {
  /** What it is called in the key: 预计. */
  readonly name: string;
  /** One for each point; null where nothing is expected. */
  readonly values: readonly (number | null)[];
  /** The interval, where one is known. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  /** What the interval is called: 80% 区间. */
  readonly interval?: string;
}

export interface Line {
  readonly name: string;
  /** One for each point along the chart; null where there is none: the line has a gap there. */
  readonly values: readonly (number | null)[];
  /** `earlier` is faint, for last year; a line that says nothing takes the colour of its place. */
  readonly kind?: 'main' | 'earlier';
  /** Which values may still change: hollow points. */
  readonly preliminary?: readonly boolean[];
  readonly forecast?: Forecast;
}

export interface Target {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Each value holds for its own point: drawn as steps. */
  readonly stepped?: boolean;
}

export interface Level {
  readonly name: string;
  readonly value: number;
}

export interface LineInput {
  readonly points: readonly string[];
  readonly lines: readonly Line[];
  readonly level?: Level | undefined;
  readonly target?: Target | undefined;
  /** Where the scale begins: at 0, or near the least figure, where only differences matter. */
  readonly from?: 'zero' | 'data' | undefined;
}

/** Its look: last year's is the pale one, those named main count from the strong one, others by their place. */
export function toneOfLine(lines: readonly Line[], at: number): number {
  const kind = lines[at]?.kind;
  if (kind === 'earlier') return 0;
  if (kind === 'main') return 1 + lines.slice(0, at).filter((line) => line.kind === 'main').length;
  return lines.length === 1 ? 1 : at;
}
