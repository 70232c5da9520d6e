/** Chance for tests: the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to `most - 1`. */
  (most: number): number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A draw of the normal distribution with mean 0 and deviation 1. */
  readonly normal: () => number;
}

/** A small generator (mulberry32); normal draws by Box and Muller. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const roll = (most: number): number => next() % most;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)];
    if (found === undefined) throw new RangeError('an empty list');
    return found;
  };
  const unit = (): number => (next() + 0.5) / 2 ** 32;
  const normal = (): number => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
  return Object.assign(roll, { pick, normal });
}
