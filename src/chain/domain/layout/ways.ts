import type { BandRow, Bands } from './bands.ts';
import { passId } from './items.ts';
import { boxHeight, boxWidth } from './measure.ts';
import type { ChartLink, Point, Way } from './model.ts';
import type { Net } from './nets.ts';
import { channelTo, type LanePiece, laneKey, type Pieces, pieceKey, wayBack } from './pieces.ts';
import type { Ports } from './ports.ts';
import type { Places } from './spread.ts';

interface Drawn {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly bands: Bands;
  readonly pieces: Pieces;
  readonly ports: Ports;
  readonly places: Places;
}

/** The way of every link, put together from the pieces of its net. */
export function waysOf(nets: readonly Net[], drawn: Drawn): readonly Way[] {
  return nets.flatMap((net) =>
    net.links.map((link) => ({ ...link, net: net.id, points: plain(pointsOf(link, net, drawn)) })),
  );
}

function pointsOf({ to }: ChartLink, net: Net, drawn: Drawn): Point[] {
  const { columnOf, bands } = drawn;
  const target = columnOf.get(to);
  const row = bands.rowOf.get(to);
  if (net.column !== null && target !== undefined && target > net.column)
    return forward(to, net, net.column, target, drawn);
  const own = bands.rowOf.get(net.source);
  if (target !== undefined) {
    const lane = wayBack(net, bands.rowOf);
    const [x, y] = [trunk(net, target - 1, drawn), inY(to, net, drawn)];
    const level = laneAt(net, lane, drawn);
    return [...start(net, lane, drawn), [x, level], [x, y], [drawn.places.slotX[target] ?? 0, y]];
  }
  if (row === undefined) return [];
  const piece = drawn.pieces.lanes.get(laneKey(net, row.lane));
  const x = piece === undefined ? 0 : drawn.places.portX(to, piece);
  const level = laneAt(net, row.lane, drawn);
  const end: Point[] = [
    [x, level],
    [x, edgeOf(row, drawn)],
  ];
  if (own === undefined || own === row) return [...start(net, row.lane, drawn), ...end];
  const between = trunk(net, channelTo(to, row), drawn);
  return [...start(net, own.lane, drawn), [between, laneAt(net, own.lane, drawn)], [between, level], ...end];
}

/** Through the columns: along each trunk to where the net passes the next column, and at last to the box. */
function forward(to: string, net: Net, from: number, target: number, drawn: Drawn): Point[] {
  const { slotX } = drawn.places;
  let y = outY(net.source, net, drawn);
  const points: Point[] = [[(slotX[from] ?? 0) + boxWidth, y]];
  for (let channel = from; channel < target; channel += 1) {
    const x = trunk(net, channel, drawn);
    points.push([x, y]);
    y = inY(channel + 1 === target ? to : passId(net, channel + 1), net, drawn);
    points.push([x, y]);
  }
  return [...points, [slotX[target] ?? 0, y]];
}

/** From the box to the level of a lane: out of the side of a column's box, or straight from a band's. */
function start(net: Net, lane: string, drawn: Drawn): Point[] {
  const { places, pieces, bands } = drawn;
  const level = laneAt(net, lane, drawn);
  if (net.column !== null) {
    const [x, y] = [trunk(net, net.column, drawn), outY(net.source, net, drawn)];
    return [
      [(places.slotX[net.column] ?? 0) + boxWidth, y],
      [x, y],
      [x, level],
    ];
  }
  const row = bands.rowOf.get(net.source);
  const piece = pieces.lanes.get(laneKey(net, lane));
  const x = piece === undefined ? 0 : places.portX(net.source, piece);
  return [
    [x, row === undefined ? 0 : edgeOf(row, drawn)],
    [x, level],
  ];
}

const edgeOf = (row: BandRow, { places }: Drawn): number =>
  (places.rowY.get(row) ?? 0) + (row.side === 'above' ? boxHeight : 0);
const outY = (id: string, net: Net, { ports, places }: Drawn): number => places.blockY + ports.outs(id, net);
const inY = (id: string, net: Net, { ports, places }: Drawn): number => places.blockY + ports.ins(id, net);

function trunk(net: Net, channel: number, { pieces, places }: Drawn): number {
  const piece = pieces.pieces.get(pieceKey(net, channel));
  return piece === undefined ? 0 : places.trunkX(piece);
}

function laneAt(net: Net, lane: string, { pieces, places }: Drawn): number {
  const piece: LanePiece | undefined = pieces.lanes.get(laneKey(net, lane));
  return (piece && places.laneY.get(piece)) ?? 0;
}

/** Without points that lie on the line between their neighbours; in tenths of a pixel, which is finer than any screen. */
function plain(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [x, y] of points) {
    const point = [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last[0] === point[0] && last[1] === point[1]) continue;
    const level = before !== undefined && last !== undefined && before[1] === last[1] && last[1] === point[1];
    const upright = before !== undefined && last !== undefined && before[0] === last[0] && last[0] === point[0];
    if (level || upright) kept.pop();
    kept.push(point);
  }
  return kept;
}
