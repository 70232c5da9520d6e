import type { Column, ColumnShape } from './columns.ts';
import { type LoopPart, loopSource, NONE } from './loop-source.ts';
import type { BatchProgram } from './program.ts';

/** What the loop finds out, by row: of each slot the winning clause (or `NONE`, `UNKNOWN`) and its award in yuan. */
export interface BatchResults {
  readonly winners: readonly (Int8Array | Int16Array)[];
  readonly awards: readonly (Int32Array | Float64Array)[];
  /** Of each policy: 0 not excluded, 1 cannot be told, 2 excluded. */
  readonly excluded: readonly Int8Array[];
}

/** Room for the results of so many rows; `shared` lets threads see it. */
export function resultsOf({ policies, slots }: BatchProgram, rows: number, shared = false): BatchResults {
  const buffer = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  return {
    winners: slots.map(({ policy }) =>
      (policies[policy]?.clauses.length ?? 0) <= 127 ? new Int8Array(buffer(rows)) : new Int16Array(buffer(rows * 2)),
    ),
    awards: slots.map(({ most }) =>
      most < 2 ** 31 ? new Int32Array(buffer(rows * 4)) : new Float64Array(buffer(rows * 8)),
    ),
    excluded: policies.map(() => new Int8Array(buffer(rows))),
  };
}

type Loop = (
  columns: readonly (Column | undefined)[],
  winners: BatchResults['winners'],
  awards: BatchResults['awards'],
  excluded: BatchResults['excluded'],
  from: number,
  to: number,
) => void;

/** Decides rows `from` to `to` (exclusive); `columns` by the number of the fact. */
export type BatchRun = (
  columns: readonly (Column | undefined)[],
  results: BatchResults,
  from: number,
  to: number,
) => void;

/** Rows that several loops go over one after another while they are at hand. */
const stride = 8192;

/** The program as a loop made for these columns. */
export function batchRun(program: BatchProgram, shapes: readonly (ColumnShape | undefined)[]): BatchRun {
  const loops = loopSource(program, shapes).map((part) => ({ ...part, run: compiled(part) }));
  const step = loops.length > 1 ? stride : Number.POSITIVE_INFINITY;
  return (columns, { winners, awards, excluded }, from, to) => {
    for (let low = from; low < to; low += step) {
      const high = Math.min(to, low + step);
      for (const winner of winners) winner.fill(NONE, low, high);
      for (const award of awards) award.fill(0, low, high);
      for (const out of excluded) out.fill(0, low, high);
      for (const { run } of loops) run(columns, winners, awards, excluded, low, high);
    }
  };
}

/** Loops that were compiled already: the machine code of a text is kept, however often it is asked for. */
const cache = new Map<string, Loop>();
const mostCached = 64;

function compiled({ text }: LoopPart): Loop {
  const known = cache.get(text);
  if (known !== undefined) return known;
  // The text holds numbers and fixed words only; see loop-source.ts and its test.
  const loop = new Function('C', 'W', 'A', 'X', 'from', 'to', text) as Loop;
  if (cache.size >= mostCached) cache.clear();
  cache.set(text, loop);
  return loop;
}
