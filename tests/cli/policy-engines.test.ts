import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { columns, enterpriseLines } from '../../bench/policy/enterprises.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';

let database: TestDatabase<unknown>;
let folder: string;
let view: string;

beforeAll(async () => {
  database = await testDatabase<unknown>();
  folder = mkdtempSync(join(tmpdir(), 'jingwei-engines-'));
  const lines = [...enterpriseLines(500, 11)];
  writeFileSync(join(folder, 'facts.csv'), `${[columns.join(','), ...lines].join('\n')}\n`);
  const run = (text: string) => sql.raw(text).execute(database.owner);
  await run(`create table enterprises (at serial, ${columns.map((name) => `${name} text`).join(', ')})`);
  const values = lines.map(
    (line) =>
      `(${line
        .split(',')
        .map((cell) => `'${cell}'`)
        .join(', ')})`,
  );
  await run(`insert into enterprises (${columns.join(', ')}) values ${values.join(', ')}`);
  const typed = columns.map((name) => (name === 'revenue' ? 'revenue::numeric(20, 4)' : name));
  await run(`create view facts as select ${typed.join(', ')} from enterprises order by at`);
  view = `${database.address}?view=facts`;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

/** The packs of the house over these enterprises: awards and summary as they are written. */
async function run(facts: string, ...more: string[]) {
  const [out, summary] = [join(folder, 'awards.csv'), join(folder, 'summary.json')];
  const terminal = memoryTerminal();
  const packs = ['--packs', 'nanchang-textile-2025,yichun-leader-2023,hunan-textile-2023', '--on', '2025-12-31'];
  const words = ['policy', 'run', ...packs, '--facts', facts, '--out', out, '--summary', summary];
  const code = await runCli([...words, ...more], terminal);
  expect([code, code === 0 ? '' : terminal.notes()]).toEqual([0, '']);
  return { awards: readFileSync(out, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

test('every way to run, over a file or a view, writes the same bytes', async () => {
  const file = join(folder, 'facts.csv');
  const wanted = await run(file);
  expect(wanted.awards.split('\n').length).toBeGreaterThan(100);
  const { address } = database;
  expect(await run(view)).toEqual(wanted);
  expect(await run(file, '--engine', 'duckdb', '--threads', '2')).toEqual(wanted);
  expect(await run(view, '--engine', 'sql', '--server', address)).toEqual(wanted);
  expect(await run(file, '--engine', 'sql', '--server', address, '--server', address)).toEqual(wanted);
});

test('servers come from the configuration, and one is started where there is none', async () => {
  const wanted = await run(join(folder, 'facts.csv'));
  const before = process.env.DATABASE_URL;
  try {
    delete process.env.DATABASE_URL;
    process.env.JINGWEI_POLICY_SERVERS = `${database.address}, ${database.address}`;
    expect(await run(view, '--engine', 'sql')).toEqual(wanted);
    delete process.env.JINGWEI_POLICY_SERVERS;
    expect(await run(view, '--engine', 'sql')).toEqual(wanted);
  } finally {
    delete process.env.JINGWEI_POLICY_SERVERS;
    if (before !== undefined) process.env.DATABASE_URL = before;
  }
});

test('the printed statement finds the same awards, and is refused for a view that is no name', async () => {
  const terminal = memoryTerminal();
  const words = ['policy', 'sql', 'yichun-leader-2023', '--on', '2025-12-31'];
  expect(await runCli([...words, '--view', 'public.wide'], terminal)).toBe(0);
  const text = Buffer.from(terminal.out()).toString();
  const asked = [...text.matchAll(/^-- {3}(\w+)\u3000/gmu)].map(([, name]) => name ?? '');
  const there: readonly string[] = columns;
  const more = asked.filter((name) => !there.includes(name)).map((name) => `, null::text as ${name}`);
  await sql.raw(`create view wide as select *${more.join('')} from facts`).execute(database.owner);
  const { rows } = await sql.raw<Record<string, string>>(text).execute(database.owner);
  const { awards } = await run(join(folder, 'facts.csv'));
  const own = awards.split('\n').filter((line) => line.includes(',yichun-leader-2023/'));
  const short = own.map((line) => line.split(',').slice(0, 4).join(','));
  expect(short.length).toBeGreaterThan(10);
  expect(rows.map((row) => `${row.id},${row.clause},${row.group},${row.amount_yuan}`).toSorted()).toEqual(
    short.toSorted(),
  );

  expect(await runCli([...words, '--view', 'a.b.c'], memoryTerminal())).toBe(2);
  expect(await runCli(['policy', 'sql', 'no-such-policy'], memoryTerminal())).toBe(2);
});
