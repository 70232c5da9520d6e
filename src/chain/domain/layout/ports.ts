import { fitInOrder } from './fit.ts';
import { gapsOf } from './heights.ts';
import type { Item } from './items.ts';
import { cornerGap, inGap, outGap } from './measure.ts';
import type { Net } from './nets.ts';
import type { Piece } from './pieces.ts';

/** Where lines end at boxes, and where they pass columns; heights within the block of columns. */
export interface Ports {
  /** Middle of each item, passing lines moved to where they are straight. */
  readonly middle: ReadonlyMap<string, number>;
  ins(id: string, net: Net): number;
  outs(id: string, net: Net): number;
}

const beyond = 1e6;

/** How high a lane is, for comparisons: beyond all boxes, the farther the more. */
export const laneHeight = (lane: string): number => {
  const rank = Number(lane.slice(5));
  return (lane.startsWith('above') ? -1 : 1) * (beyond + rank * 1000);
};

/** From left to right each line is led on at the height at which it comes, as far as there is room. */
export function portsOf(
  columns: readonly (readonly Item[])[],
  heights: ReadonlyMap<string, number>,
  pieces: readonly Piece[],
): Ports {
  const middle = new Map(heights);
  const [ins, outs] = [new Map<string, number>(), new Map<string, number>()];
  const key = (id: string, net: Net): string => `${id}|${net.id}`;
  const outOf = (id: string, net: Net): number => outs.get(key(id, net)) ?? middle.get(id) ?? 0;
  const [into, from] = [
    byItem(pieces, ({ rights }) => rights),
    byItem(pieces, ({ left }) => (left === null ? [] : [left])),
  ];
  for (const column of columns) {
    straighten(column, middle, (id) => {
      const [piece] = into.get(id) ?? [];
      return piece?.left == null ? null : outOf(piece.left, piece.net);
    });
    for (const { id, net, height } of column) {
      if (net !== null) continue;
      const range = [
        (middle.get(id) ?? 0) - height / 2 + cornerGap,
        (middle.get(id) ?? 0) + height / 2 - cornerGap,
      ] as const;
      const coming = (into.get(id) ?? []).map((piece) => ({ piece, at: comesFrom(piece, outOf) }));
      spread(coming, inGap, range).forEach((at, piece) => void ins.set(key(id, piece.net), at));
      const going = (from.get(id) ?? []).map((piece) => ({ piece, at: goesTo(piece, middle) }));
      spread(going, outGap, [range[0] + 6, range[1]]).forEach((at, piece) => void outs.set(key(id, piece.net), at));
    }
  }
  return { middle, outs: outOf, ins: (id, net) => ins.get(key(id, net)) ?? middle.get(id) ?? 0 };
}

function byItem(pieces: readonly Piece[], itemsOf: (piece: Piece) => readonly string[]): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const piece of pieces) for (const id of itemsOf(piece)) found.set(id, [...(found.get(id) ?? []), piece]);
  return found;
}

const laneOf = ({ lanes }: Piece): number => {
  const [lane] = lanes;
  return lane === undefined ? 0 : laneHeight(lane);
};

const comesFrom = (piece: Piece, outOf: (id: string, net: Net) => number): number =>
  piece.left === null ? laneOf(piece) : outOf(piece.left, piece.net);

const goesTo = (piece: Piece, middle: ReadonlyMap<string, number>): number => {
  if (piece.rights.length === 0) return laneOf(piece);
  return piece.rights.reduce((sum, id) => sum + (middle.get(id) ?? 0), 0) / piece.rights.length;
};

interface End {
  readonly piece: Piece;
  readonly at: number;
}

/** Ends of lines along the side of a box in the order of their other ends; a line without branches is kept straight first. */
function spread(ends: readonly End[], gap: number, range: readonly [number, number]): Map<Piece, number> {
  const sorted = ends.toSorted((a, b) => a.at - b.at || (a.piece.net.id < b.piece.net.id ? -1 : 1));
  const wishes = sorted.map(({ piece, at }) => ({
    at: Math.max(range[0], Math.min(range[1], at)),
    weight: piece.rights.length === 1 && piece.lanes.size === 0 ? 10 : 1,
  }));
  const room = sorted.length > 1 ? Math.min(gap, (range[1] - range[0]) / (sorted.length - 1)) : gap;
  const places = fitInOrder(
    wishes,
    sorted.slice(1).map(() => room),
    range,
  );
  return new Map(sorted.map(({ piece }, at) => [piece, places[at] ?? range[0]]));
}

/** Moves passing lines to the heights at which they come, where their neighbours leave room. */
function straighten(
  column: readonly Item[],
  middle: Map<string, number>,
  comesAt: (id: string) => number | null,
): void {
  const gaps = gapsOf(column);
  for (const [at, { id, net }] of column.entries()) {
    const wish = net === null ? null : comesAt(id);
    if (wish === null) continue;
    const [upper, lower] = [column[at - 1], column[at + 1]];
    const least = upper === undefined ? Number.NEGATIVE_INFINITY : (middle.get(upper.id) ?? 0) + (gaps[at - 1] ?? 0);
    const most = lower === undefined ? Number.POSITIVE_INFINITY : (middle.get(lower.id) ?? 0) - (gaps[at] ?? 0);
    if (least <= most) middle.set(id, Math.max(least, Math.min(most, wish)));
  }
}
