import type { RanBlock } from './runner.ts';
import type { JudgeSetup } from './setup.ts';

/** How the enterprises of one block stand, row by row in shared memory, and what its policies come to. */
export interface BlockSums {
  readonly block: number;
  /** 1 where there is an enterprise. */
  readonly there: Int8Array;
  /** In the order of the editions: 0 unmet, 1 cannot be told, 2 met; likelihood in thousandths. */
  readonly verdicts: readonly Uint8Array[];
  readonly reaches: readonly Int16Array[];
  /** Of each slot of a policy how many win it, and what they get in all, in yuan. */
  readonly won: Float64Array;
  readonly awarded: Float64Array;
}

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

export function sumsOf(
  { there, standings, results }: RanBlock,
  { editions, program }: JudgeSetup,
  block: number,
): BlockSums {
  const rows = there.length;
  const own = new Int8Array(shared(rows));
  own.set(there);
  const policies = program.slots.flatMap(({ policy }, at) => (policy >= editions.length ? [at] : []));
  const [won, awarded] = [new Float64Array(policies.length), new Float64Array(policies.length)];
  for (const [at, slot] of policies.entries()) {
    const [winners, awards] = [results.winners[slot], results.awards[slot]];
    if (winners === undefined || awards === undefined) continue;
    let [count, sum] = [0, 0];
    for (let row = 0; row < rows; row++)
      if (there[row] === 1 && (winners[row] ?? -1) >= 0) {
        count += 1;
        sum += awards[row] ?? 0;
      }
    [won[at], awarded[at]] = [count, sum];
  }
  return {
    ...{ block, there: own, won, awarded },
    verdicts: standings.map(({ verdict }) => {
      const copy = new Uint8Array(shared(rows));
      copy.set(verdict.subarray(0, rows));
      return copy;
    }),
    reaches: standings.map(({ reach }) => {
      const copy = new Int16Array(shared(rows * 2));
      copy.set(reach.subarray(0, rows));
      return copy;
    }),
  };
}
