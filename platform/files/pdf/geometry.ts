/** A stretch of text on a page; the origin is the top left corner of the upright page, in points. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A drawn line that lies level or stands upright. */
export interface Rule {
  readonly level: boolean;
  /** y of a level line, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export type Matrix = readonly [number, number, number, number, number, number];

/** Applies `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const transform = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** Quarter turns by which the text of a page is turned: 0 upright, 1 downwards, 2 upside down, 3 upwards. */
export type Quarter = 0 | 1 | 2 | 3;

/** The matrix that makes text of the given quarter upright on a page of the given size. */
export function uprighting(quarter: Quarter, width: number, height: number): Matrix {
  if (quarter === 1) return [0, -1, 1, 0, 0, width];
  if (quarter === 2) return [-1, 0, 0, -1, width, height];
  if (quarter === 3) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

export const right = (run: Run): number => run.x + run.width;
export const centre = (run: Run): number => run.x + run.width / 2;

/** Width of a text in ems as Chinese fonts set it: full-width characters 1, others a half. */
export function ems(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at) >= 0x2e80 ? 1 : 0.5;
  return sum;
}
