import { fitInOrder } from './fit.ts';
import type { Grid, Item } from './items.ts';
import { boxGap, lineGap, passGap } from './measure.ts';

const rounds = 24;

/** The least distance between the middles of two things that stand one below the other. */
const apart = (upper: Item, lower: Item): number => {
  const gap =
    upper.net === null && lower.net === null ? boxGap : upper.net !== null && lower.net !== null ? lineGap : passGap;
  return (upper.height + lower.height) / 2 + gap;
};

/** The gaps of a column as `fitInOrder` wants them. */
export const gapsOf = (column: readonly Item[]): number[] =>
  column.slice(1).map((lower, at) => apart(column[at] ?? lower, lower));

/**
 * The middle of each item, as near as can be to those that it is joined with, so that lines run straight; passing lines most of all.
 * Columns pull at each other in turns.
 */
export function heightsIn(grid: Grid, columns: readonly (readonly Item[])[]): Map<string, number> {
  const middle = new Map<string, number>();
  const gaps = columns.map(gapsOf);
  const tallest = Math.max(0, ...gaps.map((each) => each.reduce((sum, gap) => sum + gap, 0)));
  for (const [at, column] of columns.entries()) {
    const own = (gaps[at] ?? []).reduce((sum, gap) => sum + gap, 0);
    let y = (tallest - own) / 2;
    for (const [nth, { id }] of column.entries()) {
      if (nth > 0) y += gaps[at]?.[nth - 1] ?? 0;
      middle.set(id, y);
    }
  }
  const joined = { left: sidesOf(grid, 'left'), right: sidesOf(grid, 'right') };
  const settle = (at: number, sides: readonly ('left' | 'right')[]): void => {
    const column = columns[at] ?? [];
    const wishes = column.map((item) => {
      let [sum, weight] = [(middle.get(item.id) ?? 0) * 0.05, 0.05];
      for (const side of sides) {
        for (const other of joined[side].get(item.id) ?? []) {
          const counts = item.net !== null && other.passes ? 8 : item.net !== null || other.passes ? 3 : 1;
          sum += (middle.get(other.id) ?? 0) * counts;
          weight += counts;
        }
      }
      return { at: sum / weight, weight };
    });
    for (const [nth, y] of fitInOrder(wishes, gaps[at] ?? []).entries()) middle.set(column[nth]?.id ?? '', y);
  };
  for (let round = 0; round < rounds; round += 1) {
    const last = round >= rounds - 6;
    const sides = last ? (['left', 'right'] as const) : round % 2 === 0 ? (['left'] as const) : (['right'] as const);
    for (let step = 0; step < columns.length; step += 1)
      settle(round % 2 === 0 ? step : columns.length - 1 - step, sides);
  }
  const tops = columns.flatMap((column) =>
    column.slice(0, 1).map(({ id, height }) => (middle.get(id) ?? 0) - height / 2),
  );
  const top = Math.min(...tops);
  return new Map([...middle].map(([id, y]) => [id, Math.round(y - (tops.length === 0 ? 0 : top))]));
}

interface Other {
  readonly id: string;
  readonly passes: boolean;
}

function sidesOf(grid: Grid, side: 'left' | 'right'): Map<string, Other[]> {
  const passes = new Set(grid.columns.flat().flatMap(({ id, net }) => (net === null ? [] : [id])));
  const found = new Map<string, Other[]>();
  for (const joint of grid.joints.flat()) {
    const [mine, other] = side === 'left' ? [joint.right, joint.left] : [joint.left, joint.right];
    const others = found.get(mine) ?? [];
    others.push({ id: other, passes: passes.has(other) });
    found.set(mine, others);
  }
  return found;
}
