import {
  type BatchResults,
  type BatchRun,
  batchRun,
  type Column,
  type ColumnShape,
  columnOf,
  missingIn,
  resultsOf,
} from '../../../policy/domain/index.ts';
import { StandingReader, type Standings } from '../../domain/index.ts';
import { columnFrom, type JudgeSetup } from './setup.ts';

/** One block judged. Everything in it is written over by the next. */
export interface RanBlock {
  /** 1 where there is an enterprise. */
  readonly there: Int8Array;
  /** In the order of the editions. */
  readonly standings: readonly Standings[];
  readonly results: BatchResults;
  /** By the number of the fact; undefined: known of nobody. */
  readonly columns: readonly (Column | undefined)[];
}

/** Rows over which all loops go while what they write is at hand. */
const stride = 2048;

/** Judges block after block by the same editions and policies. */
export class BlockRunner {
  readonly #setup: JudgeSetup;
  readonly #shapes: (ColumnShape | undefined)[] = [];
  #missing: Column[] = [];
  #run: BatchRun | null = null;
  #rows = 0;
  #results: BatchResults | null = null;
  readers: readonly StandingReader[] = [];

  constructor(setup: JudgeSetup) {
    this.#setup = setup;
    for (const { number } of setup.facts) this.#shapes[number] = { form: 'absent', mayMiss: true };
  }

  /** `content`: columns as they are kept, by the id of the fact; '' says which rows there are. */
  block(content: ReadonlyMap<string, Uint8Array>): RanBlock {
    const mark = content.get('');
    const there = mark === undefined ? new Int8Array(0) : (columnFrom(mark, 'byte') as Int8Array);
    const rows = there.length;
    const columns = this.#columnsOf(content, there);
    const results = this.#room(rows);
    const given = this.#setup.facts.reduce<Column[]>((all, { number }) => {
      const column = columns[number] ?? this.#missing[number];
      if (column !== undefined) all[number] = column;
      return all;
    }, []);
    this.#run ??= batchRun(this.#setup.program, this.#shapes);
    for (let from = 0; from < rows; from += stride) this.#run(given, results, from, Math.min(rows, from + stride));
    return { there, columns, results, standings: this.readers.map((reader) => reader.read(results, rows)) };
  }

  /**
   * A fact that was ever known is taken for one that may be, and one that was ever missing for one that may be missing: few
   * loops serve all blocks, and what nobody knows costs nothing.
   */
  #columnsOf(content: ReadonlyMap<string, Uint8Array>, there: Int8Array): (Column | undefined)[] {
    const columns: (Column | undefined)[] = [];
    for (const { number, id, form } of this.#setup.facts) {
      const bytes = content.get(id);
      const shape = this.#shapes[number];
      const column = bytes === undefined ? undefined : columnFrom(bytes, form);
      columns[number] = column;
      if (shape?.form === 'absent' && column === undefined) continue;
      const mayMiss = (shape?.form === form && shape.mayMiss) || lacks(column, there, form);
      if (shape?.form === form && shape.mayMiss === mayMiss) continue;
      this.#shapes[number] = { form, mayMiss };
      this.#missing[number] = columnOf(form, this.#rows).fill(missingIn[form]);
      this.#run = null;
    }
    return columns;
  }

  #room(rows: number): BatchResults {
    if (this.#results !== null && this.#rows >= rows) return this.#results;
    this.#rows = rows;
    this.#results = resultsOf(this.#setup.program, rows);
    for (const { number, form } of this.#setup.facts)
      if (this.#shapes[number]?.form === form) this.#missing[number] = columnOf(form, rows).fill(missingIn[form]);
    this.readers = this.#setup.editions.map(({ rules, first }) => new StandingReader(rules, first, rows));
    return this.#results;
  }
}

/** Whether a fact is missing of an enterprise that is there. */
function lacks(column: Column | undefined, there: Int8Array, form: keyof typeof missingIn): boolean {
  if (column === undefined) return true;
  const missing = missingIn[form];
  for (let row = 0; row < there.length; row++) {
    const value = column[row];
    if (there[row] === 1 && (value === missing || Number.isNaN(value))) return true;
  }
  return false;
}
