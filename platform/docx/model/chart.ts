/** A chart that Word and WPS can edit: the numbers travel with it. A gap (null) is drawn as a gap, never as zero. */
export type Chart = BarChart | LineChart | ProgressChart;

interface Drawn {
  readonly kind: 'chart';
  /** Stands below, centred: “图1 各县区投资完成率”. */
  readonly caption?: string;
  /** Unit of the values, written at the axis. */
  readonly unit?: string;
  /** Digits behind the point in labels; as many as the values have, at most 2, when left out. */
  readonly decimals?: number;
  /** Height in millimetres; what the bars or lines need when left out. */
  readonly height?: number;
}

/** Horizontal bars in the given order from top to bottom: a ranking. */
export interface BarChart extends Drawn {
  readonly type: 'bar';
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** Drawn in this colour instead of the common one: the light of whoever the bar stands for. */
  readonly light?: 'red' | 'yellow' | 'blue' | 'green';
}

/** Lines over periods: plan against what was done. */
export interface LineChart extends Drawn {
  readonly type: 'line';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

export interface Series {
  readonly name: string;
  /** One for each category; fewer are gaps at the end. */
  readonly values: readonly (number | null)[];
  /** Dashed and grey, as a plan is. */
  readonly planned?: boolean;
}

/** Share reached of a whole, in percent, with the share planned for the day beside it. */
export interface ProgressChart extends Drawn {
  readonly type: 'progress';
  readonly bars: readonly { readonly label: string; readonly value: number | null; readonly planned?: number | null }[];
}
