import type { BandRow, Bands } from './bands.ts';
import type { Columns } from './columns.ts';
import type { Grid } from './items.ts';
import type { Net } from './nets.ts';

/** The part of a net in the channel right of a column (-1: left of the first): an upright trunk and what joins it. */
export interface Piece {
  readonly net: Net;
  readonly channel: number;
  /** Item at the left from which it comes. */
  left: string | null;
  /** Items at the right to which it goes. */
  readonly rights: string[];
  /** Lanes above and below that it joins. */
  readonly lanes: Set<string>;
}

/** The part of a net in a lane: a level line between trunks and boxes of the band. */
export interface LanePiece {
  readonly net: Net;
  readonly lane: string;
  readonly channels: Set<number>;
  readonly ports: Set<string>;
}

export interface Pieces {
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly lanes: ReadonlyMap<string, LanePiece>;
}

export const pieceKey = (net: Net, channel: number): string => `${net.id}|${channel}`;
export const laneKey = (net: Net, lane: string): string => `${net.id}|${lane}`;

/** The lane through which a net goes back upstream: that of its band, or the one below the columns. */
export const wayBack = (net: Net, rowOf: Bands['rowOf']): string => rowOf.get(net.source)?.lane ?? 'below0';

/** The channel through which a net comes to a box of another band. */
export const channelTo = (target: string, row: BandRow): number => (row.slots.get(target) ?? 0) - 1;

/** Cuts every net into trunks in channels and lines in lanes; neither ever meets a box. */
export function piecesOf(grid: Grid, nets: readonly Net[], { columnOf }: Columns, { rowOf }: Bands): Pieces {
  const pieces = new Map<string, Piece>();
  const lanes = new Map<string, LanePiece>();
  const piece = (net: Net, channel: number): Piece => {
    const key = pieceKey(net, channel);
    const found = pieces.get(key) ?? { net, channel, left: null, rights: [], lanes: new Set<string>() };
    pieces.set(key, found);
    return found;
  };
  const lanePiece = (net: Net, lane: string): LanePiece => {
    const key = laneKey(net, lane);
    const found = lanes.get(key) ?? { net, lane, channels: new Set<number>(), ports: new Set<string>() };
    lanes.set(key, found);
    return found;
  };
  const cross = (net: Net, channel: number, lane: string): Piece => {
    const found = piece(net, channel);
    found.lanes.add(lane);
    lanePiece(net, lane).channels.add(channel);
    return found;
  };
  for (const [channel, joints] of grid.joints.entries())
    for (const { left, right, net } of joints) {
      const found = piece(net, channel);
      found.left = left;
      found.rights.push(right);
    }
  for (const net of nets) {
    const from = rowOf.get(net.source);
    const own = from?.lane;
    if (own !== undefined) lanePiece(net, own).ports.add(net.source);
    const start = (lane: string): void => {
      if (net.column !== null) cross(net, net.column, lane).left = net.source;
    };
    for (const { id, column } of net.around) {
      const lane = wayBack(net, rowOf);
      start(lane);
      cross(net, column - 1, lane).rights.push(id);
    }
    for (const id of net.aside) {
      const row = rowOf.get(id);
      if (row === undefined || columnOf.has(id)) continue;
      start(row.lane);
      lanePiece(net, row.lane).ports.add(id);
      if (own === undefined || own === row.lane) continue;
      cross(net, channelTo(id, row), own);
      cross(net, channelTo(id, row), row.lane);
    }
  }
  return { pieces, lanes };
}
