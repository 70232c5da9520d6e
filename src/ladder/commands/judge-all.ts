import { type FactDeps, loadEnterpriseFacts } from '../../enterprise/index.ts';
import {
  type BatchResults,
  batchRun,
  type Column,
  type ColumnShape,
  type CompiledPolicy,
  columnOf,
  formOf,
  missingIn,
  resultsOf,
} from '../../policy/index.ts';
import { type CompiledEdition, programOf, StandingReader, type Standings } from '../domain/index.ts';

/** What came out for one block of enterprises. Everything in it is written over by the next. */
export interface JudgedBlock {
  readonly block: number;
  /** 1 where there is an enterprise. */
  readonly there: Int8Array;
  /** In the order of the editions. */
  readonly standings: readonly Standings[];
  /** Of the policies: their slots begin at `firstPolicySlot`. */
  readonly results: BatchResults;
}

/** Judges every enterprise of the register by some editions, and by policies in the same pass, from its columns. */
export async function* judgeAll(
  deps: FactDeps,
  editions: readonly CompiledEdition[],
  policies: readonly CompiledPolicy[] = [],
): AsyncGenerator<JudgedBlock> {
  const { table } = deps.facts;
  const program = programOf(editions, policies);
  const shapes: ColumnShape[] = [];
  const missing: Column[] = [];
  let results: BatchResults | null = null;
  let readers: readonly StandingReader[] = [];
  let run: ReturnType<typeof batchRun> | null = null;
  const { readColumns } = await loadEnterpriseFacts();
  for await (const { block, there, columns } of readColumns(deps, program.facts)) {
    const rows = there.length;
    if (results === null || run === null) {
      for (const fact of program.facts) {
        const form = formOf(table.at(fact));
        shapes[fact] = { form, mayMiss: true };
        missing[fact] = columnOf(form, rows).fill(missingIn[form]);
      }
      results = resultsOf(program, rows);
      run = batchRun(program, shapes);
      readers = editions.map((edition, at) => new StandingReader(edition, firstSlot(editions, at), rows));
    }
    const known = program.facts.reduce<Column[]>((all, fact) => {
      const column = columns[fact] ?? missing[fact];
      if (column !== undefined) all[fact] = column;
      return all;
    }, []);
    run(known, results, 0, rows);
    const done = results;
    yield { block, there, standings: readers.map((reader) => reader.read(done, rows)), results };
  }
}

const firstSlot = (editions: readonly CompiledEdition[], at: number): number =>
  editions.slice(0, at).reduce((sum, { policy }) => sum + policy.clauses.length, 0);
