import type { Grid, Item } from './items.ts';
import type { Net } from './nets.ts';

/** Something that pulls at an item from one side: a place in the neighbouring column, or the end of it (±1e6) for a lane. */
interface Pulls {
  readonly left: readonly number[];
  readonly right: readonly number[];
}
const beyond = 1e6;
const mostRounds = 10;

/** For a net that leaves the columns, whether above or below them. */
export type Leaves = (net: Net) => 'above' | 'below';

/**
 * The order of each column with few crossings. Starts from the order of the chart and changes it only where that takes crossings
 * away. What was seen before keeps its order: a map looks as it did when something is added to it or a stage is folded.
 */
export function ordered(
  grid: Grid,
  nets: readonly Net[],
  leaves: Leaves,
  before: readonly string[] = [],
): readonly (readonly Item[])[] {
  const pulls = pullsOf(grid, nets, leaves);
  const seen = new Map(before.map((id, at) => [id, at]));
  const columns = started(grid, seen).map((column) => [...column]);
  for (let round = 0; round < mostRounds; round += 1) {
    const forward = round % 2 === 0;
    let changed = false;
    for (let step = 0; step < columns.length; step += 1) {
      const at = forward ? step : columns.length - 1 - step;
      changed = sift(columns, at, pulls, seen) || changed;
    }
    if (!changed) break;
  }
  return columns;
}

/** Boxes as they were seen or listed; a passing line where those that it comes from stand. */
function started(grid: Grid, seen: ReadonlyMap<string, number>): Item[][] {
  const share = new Map<string, number>();
  return grid.columns.map((column, at) => {
    const boxes = column.filter(({ net }) => net === null);
    const known = boxes.filter(({ id }) => seen.has(id)).sort((a, b) => (seen.get(a.id) ?? 0) - (seen.get(b.id) ?? 0));
    let next = 0;
    // A new one keeps its place among those that were there.
    const listed = boxes.map((box) => (seen.has(box.id) ? (known[next++] ?? box) : box));
    for (const [nth, { id }] of listed.entries()) share.set(id, (nth + 0.5) / listed.length);
    const fromLeft = new Map((grid.joints[at - 1] ?? []).map(({ left, right }) => [right, left]));
    for (const { id, net } of column) if (net !== null) share.set(id, share.get(fromLeft.get(id) ?? '') ?? 0.5);
    const shareOf = ({ id }: Item): number => share.get(id) ?? 0.5;
    return [...listed, ...column.filter(({ net }) => net !== null)].sort((a, b) => shareOf(a) - shareOf(b));
  });
}

type PullsOf = (columns: readonly (readonly Item[])[], at: number) => ReadonlyMap<string, Pulls>;

/** What pulls at the items of a column, given the order of its neighbours. */
function pullsOf(grid: Grid, nets: readonly Net[], leaves: Leaves): PullsOf {
  const lanes = new Map<string, { left: number[]; right: number[] }>();
  const pull = (id: string, side: 'left' | 'right', net: Net): void => {
    const both = lanes.get(id) ?? { left: [], right: [] };
    both[side].push(leaves(net) === 'above' ? -beyond : beyond);
    lanes.set(id, both);
  };
  for (const net of nets) {
    if (net.column !== null && net.around.length + net.aside.length > 0) pull(net.source, 'right', net);
    for (const { id } of net.around) pull(id, 'left', net);
  }
  return (columns, at) => {
    const places = (column: readonly Item[] | undefined) => new Map(column?.map(({ id }, nth) => [id, nth]));
    const [before, after] = [places(columns[at - 1]), places(columns[at + 1])];
    const found = new Map(
      columns[at]?.map(({ id }) => [
        id,
        { left: [...(lanes.get(id)?.left ?? [])], right: [...(lanes.get(id)?.right ?? [])] },
      ]),
    );
    for (const { left, right } of grid.joints[at - 1] ?? []) found.get(right)?.left.push(before.get(left) ?? 0);
    for (const { left, right } of grid.joints[at] ?? []) found.get(left)?.right.push(after.get(right) ?? 0);
    return found;
  };
}

/** Crossings when the first stands above the second. */
function crossings(above: Pulls, below: Pulls): number {
  let count = 0;
  for (const side of ['left', 'right'] as const)
    for (const mine of above[side]) for (const other of below[side]) if (mine > other) count += 1;
  return count;
}

/** Moves each item of a column that may move to where it crosses least; says whether any did. Equal places change nothing. */
function sift(columns: Item[][], at: number, pullsIn: PullsOf, fixed: ReadonlyMap<string, number>): boolean {
  const column = columns[at];
  if (column === undefined) return false;
  const pulls = pullsIn(columns, at);
  const nothing: Pulls = { left: [], right: [] };
  let changed = false;
  for (const item of [...column]) {
    if (fixed.has(item.id)) continue;
    const mine = pulls.get(item.id) ?? nothing;
    const here = column.indexOf(item);
    let best = { gain: 0, place: here };
    for (const step of [-1, 1]) {
      let gain = 0;
      for (let place = here + step; place >= 0 && place < column.length; place += step) {
        const other = pulls.get(column[place]?.id ?? '') ?? nothing;
        const [mineFirst, otherFirst] = [crossings(mine, other), crossings(other, mine)];
        gain += step < 0 ? otherFirst - mineFirst : mineFirst - otherFirst;
        if (gain > best.gain) best = { gain, place };
      }
    }
    if (best.place === here) continue;
    column.splice(here, 1);
    column.splice(best.place, 0, item);
    changed = true;
  }
  return changed;
}
