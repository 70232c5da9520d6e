import type { Piece } from './pieces.ts';
import { laneHeight, type Ports } from './ports.ts';

/** A trunk with the heights at which lines join it. */
interface Trunk {
  readonly piece: Piece;
  readonly left: number | null;
  readonly rights: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/** Lines nearer than this look like one. */
const near = 4;
/** What it costs to draw two nets upon each other; a crossing costs 1. */
const upon = 1000;

/** The track of each piece of a channel from left to right; null for one that goes straight through. */
export function tracksOf(
  pieces: readonly Piece[],
  ports: Ports,
): { readonly tracks: ReadonlyMap<Piece, number>; readonly count: number } {
  const trunks: Trunk[] = [];
  for (const piece of pieces) {
    const trunk = trunkOf(piece, ports);
    if (trunk.bottom - trunk.top > 0.5) trunks.push(trunk);
  }
  const order = arranged(trunks);
  const tracks = new Map<Piece, number>();
  let count = 0;
  for (const [at, trunk] of order.entries()) {
    let track = 0;
    for (const earlier of order.slice(0, at))
      if (touch(earlier, trunk)) track = Math.max(track, (tracks.get(earlier.piece) ?? 0) + 1);
    tracks.set(trunk.piece, track);
    count = Math.max(count, track + 1);
  }
  return { tracks, count };
}

function trunkOf(piece: Piece, ports: Ports): Trunk {
  const left = piece.left === null ? null : ports.outs(piece.left, piece.net);
  const rights = piece.rights.map((id) => ports.ins(id, piece.net));
  const all = [...(left === null ? [] : [left]), ...rights, ...[...piece.lanes].map(laneHeight)];
  return { piece, left, rights, top: Math.min(...all), bottom: Math.max(...all) };
}

const touch = (a: Trunk, b: Trunk): boolean => a.top - near < b.bottom && b.top - near < a.bottom;

/** What it costs when the first stands left of the second. */
function costOf(first: Trunk, second: Trunk): number {
  let cost = 0;
  for (const y of first.rights) {
    if (second.left !== null && Math.abs(y - second.left) < near) cost += upon;
    else if (y > second.top && y < second.bottom) cost += 1;
  }
  if (second.left !== null && second.left > first.top && second.left < first.bottom) cost += 1;
  return cost;
}

/** Trunks in an order with few crossings: each is moved to where it costs least, until nothing moves. */
function arranged(trunks: readonly Trunk[]): Trunk[] {
  const order = [...trunks].sort(
    (a, b) => b.top + b.bottom - a.top - a.bottom || (a.piece.net.id < b.piece.net.id ? -1 : 1),
  );
  for (let round = 0; round < 6; round += 1) {
    let changed = false;
    for (const trunk of [...order]) {
      const here = order.indexOf(trunk);
      let best = { gain: 0, place: here };
      for (const step of [-1, 1]) {
        let gain = 0;
        for (let place = here + step; place >= 0 && place < order.length; place += step) {
          const other = order[place];
          if (other === undefined) break;
          const turned = costOf(trunk, other) - costOf(other, trunk);
          gain += step < 0 ? -turned : turned;
          if (gain > best.gain) best = { gain, place };
        }
      }
      if (best.place === here) continue;
      order.splice(here, 1);
      order.splice(best.place, 0, trunk);
      changed = true;
    }
    if (!changed) break;
  }
  return order;
}
