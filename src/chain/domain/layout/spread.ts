import type { BandRow, Bands } from './bands.ts';
import { fitInOrder } from './fit.ts';
import { laneTracks } from './lanes.ts';
import * as measure from './measure.ts';
import type { LanePiece, Piece, Pieces } from './pieces.ts';
import type { Ports } from './ports.ts';
import { tracksOf } from './tracks.ts';

/** Where columns, trunks, lanes and rows of bands lie; heights of the columns' block are counted from its top. */
export interface Places {
  readonly slotX: readonly number[];
  readonly width: number;
  trunkX(piece: Piece): number;
  readonly laneY: ReadonlyMap<LanePiece, number>;
  readonly rowY: ReadonlyMap<BandRow, number>;
  /** Where a net meets a box of a band. */
  portX(id: string, piece: LanePiece): number;
  readonly blockY: number;
  readonly height: number;
}

interface Input {
  readonly pieces: Pieces;
  readonly bands: Bands;
  readonly ports: Ports;
  /** Height of the block of columns. */
  readonly block: number;
  /** How wide the label at the right of each column is. */
  readonly labels: readonly number[];
}

const bandHead = 26;

/** Gives every channel and lane the room that its lines need, and every row its place. */
export function spreadOut({ pieces, bands, ports, block, labels }: Input): Places {
  const across = acrossOf(pieces, bands, ports, labels);
  const portX = portsOfRows(pieces, bands, across);
  const lanes = Map.groupBy(
    [...pieces.lanes.values()].map((piece) => {
      const xs = [
        ...[...piece.channels].map((at) => across.xIn(piece, at)),
        ...[...piece.ports].map((id) => portX(id, piece)),
      ];
      return { piece, from: Math.min(...xs), to: Math.max(...xs) };
    }),
    ({ piece }) => piece.lane,
  );
  const laneY = new Map<LanePiece, number>();
  const rowY = new Map<BandRow, number>();
  let y = measure.margin;
  const lane = (name: string): void => {
    const lines = lanes.get(name) ?? [];
    const { tracks, count } = laneTracks(lines);
    for (const [piece, track] of tracks) laneY.set(piece, y + measure.laneMargin + 6 + track * measure.trackGap);
    if (count > 0) y += 2 * measure.laneMargin + count * measure.trackGap;
  };
  const isFirst = (row: BandRow): boolean =>
    !bands.rows.some(({ stage, rank }) => stage === row.stage && rank > row.rank);
  for (const row of bands.rows.filter(({ side }) => side === 'above').reverse()) {
    if (isFirst(row)) y += bandHead;
    rowY.set(row, y);
    y += measure.boxHeight + measure.framePad;
    lane(row.lane);
  }
  const blockY = y + measure.headHeight;
  y = blockY + block + measure.framePad;
  const below = bands.rows.filter(({ side }) => side === 'below');
  if (below.length === 0) lane('below0');
  for (const row of below) {
    lane(row.lane);
    y += measure.framePad;
    rowY.set(row, y);
    y += measure.boxHeight;
    if (isFirst(row)) y += bandHead;
  }
  return { ...across, laneY, rowY, portX, blockY, height: y + measure.margin };
}

interface Across {
  readonly slotX: readonly number[];
  readonly width: number;
  trunkX(piece: Piece): number;
  xIn(piece: LanePiece, channel: number): number;
}

function acrossOf(pieces: Pieces, bands: Bands, ports: Ports, labels: readonly number[]): Across {
  const byChannel = Map.groupBy(pieces.pieces.values(), ({ channel }) => channel);
  const xs = new Map<Piece, number>();
  const slotX: number[] = [];
  let x = measure.margin;
  for (let channel = -1; channel < Math.max(bands.slots, 1); channel += 1) {
    const mine = byChannel.get(channel) ?? [];
    const { tracks, count } = tracksOf(mine, ports);
    const label = labels[channel] ?? 0;
    const start = measure.channelStart + (label === 0 ? 0 : label + 6);
    for (const piece of mine) xs.set(piece, x + start + (tracks.get(piece) ?? 0) * measure.trackGap);
    if (channel === -1)
      x += mine.length === 0 ? measure.framePad : start + count * measure.trackGap + measure.channelEnd;
    else if (channel < bands.slots - 1 || mine.length > 0)
      x += Math.max(start + count * measure.trackGap + measure.channelEnd, 2 * measure.framePad + 16);
    else x += measure.framePad;
    if (channel < bands.slots - 1) {
      slotX.push(x);
      x += measure.boxWidth;
    }
  }
  return {
    slotX,
    width: x + measure.margin,
    trunkX: (piece) => xs.get(piece) ?? 0,
    xIn: ({ net }, channel) => xs.get(pieces.pieces.get(`${net.id}|${channel}`) ?? noPiece) ?? 0,
  };
}

const noPiece = {} as Piece;

/** Lines along the side of a box of a band: what leaves it first, then by where they come from. */
function portsOfRows(pieces: Pieces, { rows, rowOf }: Bands, across: Across): Places['portX'] {
  const found = new Map<string, number>();
  const byBox = new Map<string, LanePiece[]>();
  for (const piece of pieces.lanes.values())
    for (const id of piece.ports) byBox.set(id, [...(byBox.get(id) ?? []), piece]);
  const middleOf = (id: string): number =>
    (across.slotX[rowOf.get(id)?.slots.get(id) ?? 0] ?? 0) + measure.boxWidth / 2;
  for (const id of rows.flatMap(({ slots }) => [...slots.keys()])) {
    const left = middleOf(id) - measure.boxWidth / 2;
    const wishOf = (piece: LanePiece): number => {
      if (piece.net.source === id) return Number.NEGATIVE_INFINITY;
      const others = [
        ...[...piece.channels].map((at) => across.xIn(piece, at)),
        ...[...piece.ports].filter((each) => each !== id).map(middleOf),
      ];
      return others.reduce((sum, x) => sum + x, 0) / Math.max(1, others.length);
    };
    const [least, most] = [left + 14, left + measure.boxWidth - 14];
    const lines = (byBox.get(id) ?? [])
      .map((piece) => ({ piece, at: Math.max(least, Math.min(most, wishOf(piece))) }))
      .sort((a, b) => a.at - b.at || (a.piece.net.id < b.piece.net.id ? -1 : 1));
    const gap = lines.length > 1 ? Math.min(12, (most - least) / (lines.length - 1)) : 0;
    const places = fitInOrder(
      lines.map(({ at }) => ({ at, weight: 1 })),
      lines.slice(1).map(() => gap),
      [least, most],
    );
    for (const [at, { piece }] of lines.entries()) found.set(`${id}|${piece.net.id}`, places[at] ?? least);
  }
  return (id, piece) => found.get(`${id}|${piece.net.id}`) ?? middleOf(id);
}
