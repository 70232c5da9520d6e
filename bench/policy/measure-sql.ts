import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onThrowAwayServer } from '../../platform/db/embedded/throw-away.ts';
import { openDuckDbScratch, openPostgresScratch, type Scratch } from '../../platform/db/scratch/index.ts';
import { readPackFiles, skimPackLibrary } from '../../platform/pack-loader/index.ts';
import { runSql } from '../../src/policy/commands/sql-engine.ts';
import { type CompiledLibrary, compileLibrary, loadPolicyRuns, policyPackKinds } from '../../src/policy/index.ts';
import { scanQuery } from '../../src/policy/store/sql/index.ts';
import { writeEnterprises } from './enterprises.ts';

const root = join(import.meta.dirname, '../..');
const on = '2025-12-31';
const policyIds = ['nanchang-textile-2025', 'yichun-leader-2023', 'hunan-textile-2023'];

/** Milliseconds of one database, the least of several runs each. */
export interface SqlBench {
  readonly database: 'postgres' | 'duckdb';
  readonly enterprises: number;
  /** Reading the file and filling the table. */
  readonly load: number;
  /** Deciding every award, fetching all of them, and adding up: what the database does beyond holding the rows. */
  readonly decide: number;
  /** Adding up every column of the same table once: what it costs just to look at it. */
  readonly scan: number;
}

const times = 3;

/** Measures the SQL of policies on a PostgreSQL of its own and on DuckDB, over the same made-up enterprises, one connection. */
export async function measureSql(enterprises: number, progress: (line: string) => void): Promise<SqlBench[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-policy-sql-bench-'));
  try {
    const file = join(folder, 'enterprises.csv');
    progress(`造 ${enterprises} 户……`);
    writeEnterprises(file, enterprises, 7);
    const library = compileLibrary(skimPackLibrary(readPackFiles(join(root, 'packs')), policyPackKinds), on, policyIds);
    const measure = (database: SqlBench['database'], open: () => Promise<Scratch>) =>
      measureOne(database, open, { library, file, enterprises, progress });
    return [
      await onThrowAwayServer((address) => measure('postgres', () => openPostgresScratch(address))),
      await measure('duckdb', () => openDuckDbScratch(1)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Work {
  readonly library: CompiledLibrary;
  readonly file: string;
  readonly enterprises: number;
  readonly progress: (line: string) => void;
}

async function measureOne(
  database: SqlBench['database'],
  open: () => Promise<Scratch>,
  { library, file, enterprises, progress }: Work,
): Promise<SqlBench> {
  const { engineOf, runPolicies } = await loadPolicyRuns();
  const options = { facts: file, out: null, summary: null, threads: 1 };
  const wanted = await runPolicies(library.policies, await engineOf('loop'), options);
  const laps: Lap[] = [];
  for (let time = 1; time <= times; time++) {
    progress(`${database} 第 ${time} 次……`);
    const scratch = await open();
    const lap = { load: 0, decide: 0, scan: Number.POSITIVE_INFINITY };
    laps.push(lap);
    try {
      const engine = { name: 'sql' as const, run: runIn(timed(scratch, lap), database) };
      const { json } = await runPolicies(library.policies, engine, options);
      if (json !== wanted.json) throw new Error(`${database}: the sums do not agree`);
    } finally {
      await scratch.close();
    }
  }
  const least = (of: keyof Lap): number => Math.min(...laps.map((lap) => lap[of]));
  return { database, enterprises, load: least('load'), decide: least('decide'), scan: least('scan') };
}

const runIn = (scratch: Scratch, database: SqlBench['database']) => (job: Parameters<typeof runSql>[0]) =>
  runSql(job, [[scratch]], database);

interface Lap {
  load: number;
  decide: number;
  scan: number;
}

/** The same database, with notes of what its work took. */
function timed(scratch: Scratch, lap: Lap): Scratch {
  const noting = async <T>(what: 'load' | 'decide', work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      lap[what] += performance.now() - start;
    }
  };
  return {
    table: async (name, columns) => {
      const begun = performance.now();
      const filling = await scratch.table(name, columns);
      return {
        add: filling.add,
        end: async () => {
          await filling.end();
          lap.load += performance.now() - begun;
          for (let time = 0; time < times; time++) {
            const start = performance.now();
            await scratch.rows(scanQuery(name, columns));
            lap.scan = Math.min(lap.scan, performance.now() - start);
          }
        },
      };
    },
    keep: (table, query) => noting('decide', () => scratch.keep(table, query)),
    rows: (query) => noting('decide', () => scratch.rows(query)),
    figures: (query, columns, take) => noting('decide', () => scratch.figures(query, columns, take)),
    close: () => scratch.close(),
  };
}
