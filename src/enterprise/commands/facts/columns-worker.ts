import { tuplesOf } from '../../../../platform/db/tuples.ts';
import { answerTasks } from '../../../../platform/jobs/answer-tasks.ts';
import type { Day } from '../../../kernel/index.ts';
import { type Fact, FactTable } from '../../../policy/domain/index.ts';
import { blockColumns, factMakers, registeredIn, type SourceRule } from '../../domain/facts/index.ts';

/** A block of the register as the database sent it, and what its columns are made by; plain data for a thread. */
export interface ColumnsTask {
  /** The same for the same rules, so that they are made ready once. */
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly rules: readonly SourceRule[];
  readonly decimals: ReadonlyMap<string, number>;
  readonly day: Day;
  readonly firstNo: number;
  readonly size: number;
  /** Shared with who sent it. */
  readonly bytes: Uint8Array;
}

/** The columns one after another in one piece. */
export interface MadeColumns {
  readonly columns: readonly { readonly fact: string; readonly from: number; readonly length: number }[];
  readonly bytes: Uint8Array;
}

let held: { readonly key: string; readonly table: FactTable; readonly makers: ReturnType<typeof factMakers> } | null =
  null;

answerTasks<ColumnsTask>(({ key, facts, rules, decimals, day, firstNo, size, bytes }): MadeColumns => {
  if (held?.key !== key) {
    const table = new FactTable(facts);
    held = { key, table, makers: factMakers(table, rules, decimals) };
  }
  const rows = registeredIn(tuplesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), firstNo);
  const made = [...blockColumns(rows, day, { ...held, size })];
  const all = new Uint8Array(new SharedArrayBuffer(made.reduce((sum, [, { byteLength }]) => sum + byteLength, 0)));
  let from = 0;
  const columns = made.map(([fact, { buffer, byteOffset, byteLength }]) => {
    all.set(new Uint8Array(buffer, byteOffset, byteLength), from);
    from += byteLength;
    return { fact, from: from - byteLength, length: byteLength };
  });
  return { columns, bytes: all };
});
