import { setImmediate as turn } from 'node:timers/promises';

/** The time of day as the code may know it: commands ask this and never the machine, so that tests can fix it. */
export interface Clock {
  /** ISO 8601 in UTC with milliseconds, for example `2025-03-01T02:00:00.000Z`. */
  readonly now: () => string;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands at `start` and moves on one second each time it is asked. */
export function steppingClock(start: string): Clock {
  let next = Date.parse(start);
  return {
    now: () => {
      const at = new Date(next).toISOString();
      next += 1000;
      return at;
    },
  };
}

/** Lets whatever else waits have its turn: called every few milliseconds by work that would hold everybody else up. */
export const giveWay = (): Promise<void> => turn();
