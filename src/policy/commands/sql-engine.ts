import { onThrowAwayServer } from '../../../platform/db/embedded/throw-away.ts';
import {
  type Figures,
  openDuckDbScratch,
  openPostgresScratch,
  type Scratch,
} from '../../../platform/db/scratch/index.ts';
import { chunkBytes, type ParsedRows, RowParser } from '../../../platform/facts/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { AwardText, type BatchSummary, type Division, type Divisions, mergeSummaries } from '../domain/batch/index.ts';
import { type DivisionName, duckdb, mostClauses, postgres, sqlOf } from '../store/sql/index.ts';
import { factsTable, SqlRun } from '../store/sql-run.ts';
import { divisionsOf } from './divisions.ts';
import type { Engine, EngineJob } from './engine.ts';
import { nextChunk } from './loop-engine.ts';
import { idNumbers, SeenIds } from './seen-ids.ts';

/** So many enterprises are decided at a time, that neither we nor a database must hold a whole country. */
const usually = 1_000_000;

/**
 * Plain SQL on one PostgreSQL server or several; the enterprises of a region are all on one. As many connections to each as
 * there are threads.
 */
export const postgresEngine = (addresses: readonly string[]): Engine => ({
  name: 'sql',
  run: async (job) => {
    const opened = addresses.flatMap((address) =>
      Array.from({ length: job.threads }, () => openPostgresScratch(address)),
    );
    const scratches = await allOpen(opened);
    const servers = addresses.map((_, at) => scratches.slice(at * job.threads, (at + 1) * job.threads));
    return closing(scratches, () => runSql(job, servers, 'postgres'));
  },
});

/** The same on a server that is started for the run and taken away after it. */
export const throwAwayEngine: Engine = {
  name: 'sql',
  run: (job) => onThrowAwayServer((address) => postgresEngine([address]).run(job)),
};

/** The same SQL in a DuckDB of our own process. */
export const duckDbEngine: Engine = {
  name: 'duckdb',
  run: async (job) => {
    const scratch = await openDuckDbScratch(job.threads);
    return closing([scratch], () => runSql(job, [[scratch]], 'duckdb'));
  },
};

/** All of them, or the reason why one did not open and none left open. */
async function allOpen(opened: readonly Promise<Scratch>[]): Promise<readonly Scratch[]> {
  const ends = await Promise.allSettled(opened);
  const scratches = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed === undefined) return scratches;
  await Promise.all(scratches.map((scratch) => scratch.close()));
  throw failed.reason;
}

async function closing<T>(scratches: readonly Scratch[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await Promise.all(scratches.map((scratch) => scratch.close()));
  }
}

/** Runs a job on servers that are open; `atOnce` enterprises at a time, to the chunk. */
export async function runSql(
  job: EngineJob,
  servers: readonly (readonly Scratch[])[],
  dialect: 'postgres' | 'duckdb',
  atOnce = usually,
): Promise<BatchSummary> {
  const { program, reading, file, write, policies } = job;
  const [first] = policies;
  const clauses = program.slots.reduce((sum, { members }) => sum + members.length, 0);
  if (first === undefined || clauses > mostClauses)
    throw new RefusalError({ code: 'run-clauses-many', field: file.name, given: clauses, limit: mostClauses });
  const absent = new Set(first.facts.facts.keys());
  for (const [field, fact] of reading.facts.entries()) if (!file.layout.absent.includes(field)) absent.delete(fact);
  const divisions = divisionNames.filter((name) => reading.divisions[name] !== null);
  const options = { dialect: { postgres, duckdb }[dialect], table: factsTable, divisions, absent };
  const statements = (full: ReadonlySet<number>) => sqlOf(program, first.facts, { ...options, full });
  const run = new SqlRun(program, statements, divisions, servers);
  const parser = new RowParser(file.layout, reading.fields);
  const text = write === null ? null : new AwardText(program);
  const ids = new IdStore();
  const seen = new SeenIds();
  const buffer = new Uint8Array(chunkBytes);
  const summaries: BatchSummary[] = [];
  let words: Divisions = { region: null, chain: null, city: null };

  const decide = async (): Promise<void> => {
    const rows = run.rows;
    const { results, summary } = await run.decide(words);
    summaries.push(summary);
    for (let from = 0; text !== null && from < rows; from += linesAtOnce)
      write?.(text.write(results, ids, from, Math.min(rows, from + linesAtOnce)));
    ids.clear();
  };

  for (;;) {
    const length = nextChunk(job, buffer);
    if (typeof length !== 'number') file.advance(0, [length]);
    else if (length === 0) break;
    else {
      const parsed = parser.parse(buffer, length);
      file.advance(parsed.lines, parsed.faults);
      if (text !== null) ids.add(buffer, parsed);
      seen.add(idNumbers(buffer, parsed.idFrom, parsed.idTo, parsed.rows));
      words = divisionsOf(reading, parsed, parser);
      const missing = reading.facts.filter((_, field) => parsed.missed[field] !== 0);
      await run.add({ rows: parsed.rows, columns: columnsOf(job, parsed), missing, divisions: figuresOf(words) });
      if (run.rows >= atOnce) await decide();
    }
  }
  if (run.rows > 0 || summaries.length === 0) await decide();
  file.close();
  for (const row of seen.repeated()) job.repeated?.(row);
  return mergeSummaries(summaries);
}

const divisionNames: readonly DivisionName[] = ['region', 'chain', 'city'];
/** Rows whose lines are written together. */
const linesAtOnce = 16_384;

function columnsOf({ reading }: EngineJob, { columns }: ParsedRows): (Figures | undefined)[] {
  const own: (Figures | undefined)[] = [];
  for (const [field, fact] of reading.facts.entries()) {
    const values = columns[field];
    if (fact >= 0 && values !== undefined) own[fact] = figures(values);
  }
  return own;
}

function figuresOf({ region, chain, city }: Divisions): Record<DivisionName, Figures | null> {
  const of = (division: Division | null) => (division === null ? null : figures(division.codes));
  return { region: of(region), chain: of(chain), city: of(city) };
}

const figures = (values: Figures['values']): Figures => ({ values, missing: missingOf(values) });

/** Each form of column has its own sign for a missing value; numbers of words have none. */
function missingOf(values: Figures['values']): number | null {
  if (values instanceof Int32Array) return null;
  return values instanceof Int16Array ? -32_768 : values instanceof Int8Array ? -128 : Number.NaN;
}

/** The ids of the rows that wait, as they stand in the file. */
class IdStore {
  bytes = new Uint8Array(1 << 20);
  from = new Int32Array(1 << 16);
  to = new Int32Array(1 << 16);
  #rows = 0;
  #length = 0;

  add(chunk: Uint8Array, { rows, idFrom, idTo }: ParsedRows): void {
    let more = 0;
    for (let row = 0; row < rows; row++) more += (idTo[row] ?? 0) - (idFrom[row] ?? 0);
    if (this.#length + more > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.#length + more));
      larger.set(this.bytes.subarray(0, this.#length));
      this.bytes = larger;
    }
    if (this.#rows + rows > this.from.length)
      [this.from, this.to] = [this.#wider(this.from, rows), this.#wider(this.to, rows)];
    for (let row = 0; row < rows; row++) {
      const [from, to] = [idFrom[row] ?? 0, idTo[row] ?? 0];
      this.from[this.#rows] = this.#length;
      for (let at = from; at < to; at++) this.bytes[this.#length++] = chunk[at] ?? 0;
      this.to[this.#rows++] = this.#length;
    }
  }

  clear(): void {
    this.#rows = 0;
    this.#length = 0;
  }

  #wider(places: Int32Array, rows: number): Int32Array<ArrayBuffer> {
    const wider = new Int32Array(Math.max(places.length * 2, this.#rows + rows));
    wider.set(places);
    return wider;
  }
}
