import { linear } from '../scale.ts';
import { linePath, type Place, runsOf } from './paths.ts';

export interface Mini {
  readonly path: string;
  /** Values that stand alone between gaps, and the last one. */
  readonly dots: readonly { readonly at: number; readonly x: number; readonly y: number; readonly last: boolean }[];
  readonly target: string;
  /** Where 0 lies, when the scale reaches below it. */
  readonly zero: number | null;
}

export type Span = readonly [number, number];
const leastSpan = 1e-300;

/** Least and greatest of all values, 0 with them; of nothing, from 0 to 1. */
export function spanOf(lists: readonly (readonly (number | null)[])[]): Span {
  let [low, high] = [0, 0];
  for (const list of lists)
    for (const value of list) {
      if (value === null || !Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  // A span too small to be divided by is none.
  return high - low < leastSpan ? [low, low + 1] : [low, high];
}

/** A small line in a box, without words. */
export function layoutMini(
  values: readonly (number | null)[],
  target: readonly (number | null)[],
  span: Span,
  [width, height]: readonly [number, number],
): Mini {
  const edge = 4;
  const count = Math.max(values.length, target.length);
  const x = count > 1 ? linear([0, count - 1], [edge, width - edge]) : () => width / 2;
  const place: Place = { x, y: linear([span[0], span[1]], [height - edge, edge]) };
  const runs = runsOf(values);
  const last = runs.at(-1)?.at(-1)?.at;
  return {
    path: linePath(values, place),
    dots: runs.flatMap((run) =>
      run.flatMap(({ at, value }) =>
        run.length === 1 || at === last ? [{ at, x: x(at), y: place.y(value), last: at === last }] : [],
      ),
    ),
    target: linePath(target, place),
    zero: span[0] < 0 && span[1] > 0 ? place.y(0) : null,
  };
}

/** The newest value that is known; null for none. */
export const lastOf = (values: readonly (number | null)[]): number | null =>
  values.findLast((value) => value !== null && Number.isFinite(value)) ?? null;
