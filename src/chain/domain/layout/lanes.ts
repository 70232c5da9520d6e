import type { LanePiece } from './pieces.ts';

const apart = 6;

/** The track of each level line of a lane, so that none lies upon another: each on the first that is free where it begins. */
export function laneTracks(
  lines: readonly { readonly piece: LanePiece; readonly from: number; readonly to: number }[],
): { readonly tracks: ReadonlyMap<LanePiece, number>; readonly count: number } {
  const ends: number[] = [];
  const tracks = new Map<LanePiece, number>();
  for (const { piece, from, to } of lines.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const free = ends.findIndex((end) => end + apart < from);
    const track = free < 0 ? ends.length : free;
    ends[track] = to;
    tracks.set(piece, track);
  }
  return { tracks, count: ends.length };
}
