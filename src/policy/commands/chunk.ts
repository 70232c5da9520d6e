import { columnKind, type FactsFault, type Layout, RowParser } from '../../../platform/facts/index.ts';
import {
  AwardText,
  type BatchProgram,
  type BatchResults,
  type BatchRun,
  type BatchSummary,
  batchRun,
  type Column,
  type ColumnForm,
  resultsOf,
  summarize,
} from '../domain/batch/index.ts';
import { divisionsOf } from './divisions.ts';
import { type Reading, shapesOf } from './fields.ts';
import { idNumbers } from './seen-ids.ts';

/** All that a thread needs to work on chunks of a file; plain data. */
export interface ChunkSetup {
  readonly program: BatchProgram;
  readonly reading: Reading;
  readonly layout: Layout;
  /** Whether the lines of awards are wanted. */
  readonly lines: boolean;
}

export interface ChunkResult {
  readonly lines: number;
  readonly faults: readonly FactsFault[];
  /** null where there are faults. */
  readonly summary: BatchSummary | null;
  /** Valid until the next chunk. */
  readonly awards: Uint8Array;
  /** See `idNumbers`. */
  readonly ids: Float64Array;
}

/** Reads, decides, adds up and writes chunk after chunk of one file. */
export class ChunkRunner {
  readonly #setup: ChunkSetup;
  readonly #parser: RowParser;
  readonly #text: AwardText;
  readonly #forms: readonly ColumnForm[];
  readonly #missed: Uint8Array;
  #run: BatchRun | null = null;
  #results: BatchResults;
  #room = 0;

  constructor(setup: ChunkSetup) {
    const { program, reading, layout } = setup;
    this.#setup = setup;
    this.#parser = new RowParser(layout, reading.fields);
    this.#text = new AwardText(program);
    this.#forms = reading.fields.map(({ form }) => formOfKind(columnKind(form)));
    this.#missed = new Uint8Array(reading.fields.length);
    this.#results = resultsOf(program, 0);
  }

  run(bytes: Uint8Array): ChunkResult {
    const parsed = this.#parser.parse(bytes, bytes.length);
    const { rows, lines, faults, idFrom, idTo } = parsed;
    if (faults.length > 0) return { lines, faults, summary: null, awards: new Uint8Array(0), ids: new Float64Array(0) };
    if (rows > this.#room) {
      this.#room = Math.ceil(rows * 1.25);
      this.#results = resultsOf(this.#setup.program, this.#room);
    }
    const columns: (Column | undefined)[] = [];
    for (const [field, fact] of this.#setup.reading.facts.entries())
      if (fact >= 0) columns[fact] = parsed.columns[field] as Column | undefined;
    this.#ready(parsed.missed)(columns, this.#results, 0, rows);
    const divisions = divisionsOf(this.#setup.reading, parsed, this.#parser);
    const summary = summarize(this.#setup.program, this.#results, divisions, 0, rows);
    const ids = { bytes, from: idFrom, to: idTo };
    const awards = this.#setup.lines ? this.#text.write(this.#results, ids, 0, rows) : new Uint8Array(0);
    return { lines, faults, summary, awards, ids: idNumbers(bytes, idFrom, idTo, rows) };
  }

  /** A column that ever had an empty cell is taken for one that has: few loops serve the whole file. */
  #ready(missed: Uint8Array): BatchRun {
    let changed = this.#run === null;
    for (const [field, each] of missed.entries()) {
      if (each === 0 || this.#missed[field] !== 0) continue;
      this.#missed[field] = 1;
      changed = true;
    }
    if (this.#run !== null && !changed) return this.#run;
    const { program, reading, layout } = this.#setup;
    this.#run = batchRun(program, shapesOf(reading, layout, this.#forms, this.#missed));
    return this.#run;
  }
}

const formOfKind = (kind: ReturnType<typeof columnKind>): ColumnForm => (kind === 'words' ? 'double' : kind);
