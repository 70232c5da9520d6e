import { NONE } from './loop-source.ts';
import type { BatchResults } from './run-loop.ts';

/** Four rows that nobody wins, seen at once. */
const NOBODY = ((NONE & 0xff) * 0x01010101) | 0;

/** Goes over the rows `from` to `to` in which a slot is not `NONE`: few are not, so most are passed four at a time. */
export function eachWinner(
  winners: BatchResults['winners'][number],
  from: number,
  to: number,
  each: (row: number, winner: number) => void,
): void {
  const whole = winners instanceof Int8Array && winners.byteOffset % 4 === 0;
  const fours = whole ? new Int32Array(winners.buffer, winners.byteOffset, winners.length >>> 2) : null;
  for (let row = from; row < to; row++) {
    if (fours !== null && (row & 3) === 0) {
      let four = row >>> 2;
      while (four < fours.length && fours[four] === NOBODY) four++;
      row = four << 2;
      if (row >= to) return;
    }
    const winner = winners[row]!;
    if (winner !== NONE) each(row, winner);
  }
}
