import { median, medianDeviation } from '../number/robust.ts';

/** How the figures of a cell used to change, as logarithms of one over the other; 0 everywhere when there are none. */
export interface Changes {
  readonly points: number;
  /** One of the figures was 0 or below: such changes are no rates. */
  readonly hasNone: boolean;
  readonly median: number;
  readonly deviation: number;
  /** The greatest either way, and the second on each side: what happened twice is a habit. */
  readonly greatest: number;
  readonly secondLowest: number;
  readonly secondHighest: number;
}

/** Of every figure against the one so many periods before, where both are known. */
export function changesOf(figures: ReadonlyMap<number, number>, back: number): Changes {
  const logs: number[] = [];
  let hasNone = false;
  for (const [at, value] of figures) {
    const before = figures.get(at - back);
    if (before === undefined) continue;
    if (before <= 0 || value <= 0) hasNone = true;
    else logs.push(Math.log(value / before));
  }
  logs.sort((a, b) => a - b);
  const [lowest = 0, secondLowest = 0] = logs;
  return {
    ...{ points: logs.length, hasNone, secondLowest, secondHighest: logs.at(-2) ?? 0 },
    median: logs.length === 0 ? 0 : median(logs),
    deviation: logs.length === 0 ? 0 : medianDeviation(logs),
    greatest: Math.max(-lowest, logs.at(-1) ?? 0),
  };
}
