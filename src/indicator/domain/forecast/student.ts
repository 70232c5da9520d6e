/** Quantiles of Student's t for intervals that hold in 80 and 90 of 100 cases (both sides), by degrees of freedom from 1. */
const tables = {
  80: [
    3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333,
    1.33, 1.328, 1.325,
  ],
  90: [
    6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753, 1.746, 1.74,
    1.734, 1.729, 1.725,
  ],
} as const;

/** How often an interval is meant to hold, in percent. */
export type Level = keyof typeof tables;

/** Beyond 20 degrees that of 20, which is a little wider than it need be. Throws a RangeError below 1. */
export function studentQuantile(level: Level, degrees: number): number {
  const found = tables[level][Math.min(degrees, 20) - 1];
  if (found === undefined) throw new RangeError(`no degrees of freedom: ${degrees}`);
  return found;
}
