import type { Figures, Filling, Scratch, ScratchColumn } from '../../../platform/db/scratch/index.ts';
import {
  type BatchProgram,
  type BatchResults,
  type BatchSummary,
  type Fact,
  mergeSummaries,
  resultsOf,
} from '../domain/index.ts';
import {
  type DivisionName,
  divisionColumn,
  factColumn,
  isNarrow,
  type PolicySql,
  summaryOf,
  type Words,
} from './sql/index.ts';

/** Some rows for the databases. The arrays may be used again when they have been taken. */
export interface SqlRows {
  readonly rows: number;
  /** By the number of the fact. */
  readonly columns: readonly (Figures | undefined)[];
  /** Facts of which a value is missing among these rows. */
  readonly missing: readonly number[];
  readonly divisions: Readonly<Record<DivisionName, Figures | null>>;
}

export interface SqlAnswer {
  /** Who wins what; who is open or left out does not show in it. */
  readonly results: BatchResults;
  readonly summary: BatchSummary;
}

/** One of the servers: connections to it that work side by side. */
export type Server = readonly Scratch[];

/** The table of enterprises in every database. */
export const factsTable = 'facts';

/**
 * Runs policies as SQL on one database or several. Enterprises are parted among the servers by region, whole regions each
 * to the one that has least so far; each decides and adds up its own, and the sums are added. No row travels between them.
 * Fill, decide, and fill again as often as there is more.
 */
export class SqlRun {
  readonly #program: BatchProgram;
  readonly #statements: (full: ReadonlySet<number>) => PolicySql;
  readonly #facts: PolicySql['facts'];
  readonly #divisions: readonly DivisionName[];
  readonly #servers: readonly Server[];
  /** Rows that each server has, and which region is whose. */
  readonly #loads: number[];
  readonly #serverOf = new Map<number, number>();
  #fillings: (readonly Filling[])[] = [];
  #missing = new Set<number>();
  #rows = 0;
  #turn = 0;

  /** `statements`: the text for rows of which some facts are known throughout. */
  constructor(
    program: BatchProgram,
    statements: (full: ReadonlySet<number>) => PolicySql,
    divisions: readonly DivisionName[],
    servers: readonly Server[],
  ) {
    this.#program = program;
    this.#statements = statements;
    this.#facts = statements(new Set()).facts;
    this.#divisions = divisions;
    this.#servers = servers;
    this.#loads = servers.map(() => 0);
  }

  /** How many rows wait for being decided. */
  get rows(): number {
    return this.#rows;
  }

  async add({ rows, columns, missing, divisions }: SqlRows): Promise<void> {
    if (this.#fillings.length === 0) this.#fillings = await this.#begin();
    const numbers = Int32Array.from({ length: rows }, (_, at) => this.#rows + at);
    const figures = [
      { values: numbers, missing: null },
      ...this.#divisions.map((name) => divisions[name] ?? none),
      ...this.#facts.map(({ number }) => columns[number] ?? none),
    ];
    const parts = this.#partsOf(rows, divisions.region);
    this.#rows += rows;
    this.#turn += 1;
    for (const fact of missing) this.#missing.add(fact);
    await Promise.all(
      parts.map(async (places, server) => {
        const connections = this.#fillings[server] ?? [];
        if (places.length > 0) await connections[this.#turn % connections.length]?.add(figures, places);
      }),
    );
  }

  /** Decides what was added since the last time. `words` are those of the divisions' numbers. */
  async decide(words: Readonly<Record<DivisionName, Words | null>>): Promise<SqlAnswer> {
    if (this.#fillings.length === 0) this.#fillings = await this.#begin();
    const fillings = this.#fillings;
    const full = new Set(this.#facts.map(({ number }) => number).filter((fact) => !this.#missing.has(fact)));
    const { parts, ...sql } = this.#statements(full);
    const results = resultsOf(this.#program, this.#rows);
    for (const winner of results.winners) winner.fill(-1);
    this.#fillings = [];
    this.#missing = new Set();
    this.#rows = 0;
    const connections = this.#servers.flatMap((server, at) =>
      server.map((scratch, which) => ({ scratch, filling: fillings[at]?.[which] })),
    );
    const summaries = await Promise.all(
      connections.map(async ({ scratch, filling }) => {
        await filling?.end();
        await scratch.keep('decided', sql.decide);
        await scratch.figures(sql.paid, parts.clauses.length + 1, paying(results, parts));
        return summaryOf(await scratch.rows(sql.summary), this.#program, words);
      }),
    );
    return { results, summary: mergeSummaries(summaries) };
  }

  #begin(): Promise<Filling[][]> {
    const columns: ScratchColumn[] = [
      { name: 'id', type: 'integer' },
      ...this.#divisions.map((name): ScratchColumn => ({ name: divisionColumn(name), type: 'integer' })),
      ...this.#facts.map(({ fact }): ScratchColumn => ({ name: factColumn(fact), type: typeOf(fact) })),
    ];
    return Promise.all(
      this.#servers.map((server) => Promise.all(server.map((scratch) => scratch.table(factsTable, columns)))),
    );
  }

  /** Places of the rows of each server. */
  #partsOf(rows: number, region: Figures | null): Int32Array[] {
    if (this.#servers.length === 1 || region === null)
      return [Int32Array.from({ length: rows }, (_, at) => at), ...this.#servers.slice(1).map(() => new Int32Array(0))];
    const parts = this.#servers.map((): number[] => []);
    for (let at = 0; at < rows; at++) {
      const code = region.values[at] ?? 0;
      let server = this.#serverOf.get(code);
      if (server === undefined) {
        server = this.#loads.indexOf(Math.min(...this.#loads));
        this.#serverOf.set(code, server);
      }
      this.#loads[server] = (this.#loads[server] ?? 0) + 1;
      parts[server]?.push(at);
    }
    return parts.map((places) => Int32Array.from(places));
  }
}

/** Writes each award where the loop would have written it. */
function paying({ winners, awards }: BatchResults, { clauses }: PolicySql['parts']): (row: Float64Array) => void {
  const places = clauses.map(({ at, contest }) => ({ clause: at, winner: winners[contest], award: awards[contest] }));
  return (row) => {
    const id = row[0] ?? 0;
    for (let at = 0; at < places.length; at++) {
      const amount = row[at + 1] ?? -1;
      if (amount < 0) continue;
      const { clause, winner, award } = places[at] ?? {};
      if (clause === undefined || winner === undefined || award === undefined) continue;
      winner[id] = clause;
      award[id] = amount;
    }
  };
}

/** Where nothing is known, whoever is asked about. */
const none: Figures = { values: new Int8Array(0), missing: null };

const typeOf = (fact: Fact): ScratchColumn['type'] => (isNarrow(fact) ? 'smallint' : 'bigint');
