import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../platform/db/testing/index.ts';
import { type CompiledPolicy, compilePolicy, type Fact, sharesOf } from '../../domain/index.ts';
import { bigEvaluate } from '../../domain/testing/big-evaluate.ts';
import { clauseWith, policyWith } from '../../domain/testing/policies.ts';
import { diceOf, randomFacts, randomOverlaps, randomPolicy, randomRow } from '../../domain/testing/random.ts';
import { type Dialect, duckdb, postgres } from './dialect.ts';
import { literal } from './quote.ts';
import { policySql, type SqlQuestion } from './script.ts';

/** A database that answers in rows of text. */
interface Asked {
  readonly dialect: Dialect;
  readonly run: (text: string) => Promise<readonly Readonly<Record<string, string | null>>[]>;
}

let database: TestDatabase<unknown>;
const asked: Asked[] = [];
const closing: (() => void)[] = [];

beforeAll(async () => {
  database = await testDatabase<unknown>();
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  closing.push(
    () => connection.closeSync(),
    () => instance.closeSync(),
  );
  const textual = (row: object): Record<string, string | null> =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]));
  asked.push(
    {
      dialect: postgres,
      run: async (text) => (await sql.raw<object>(text).execute(database.owner)).rows.map(textual),
    },
    {
      dialect: duckdb,
      run: async (text) => (await connection.runAndReadAll(text)).getRowObjects().map(textual),
    },
  );
});

afterAll(async () => {
  for (const close of closing) close();
  await database.close();
});

const columnOf = ({ id, type }: Fact): string =>
  `"${id}" ${type === 'number' ? 'DECIMAL(24, 4)' : type === 'flag' ? 'BOOLEAN' : 'VARCHAR'}`;

function cellOf(fact: Fact, value: number | null): string {
  if (value === null) return 'NULL';
  if (fact.type === 'flag') return value === 1 ? 'TRUE' : 'FALSE';
  // By the name as well as by the id.
  if (fact.type === 'choice') return literal(fact.options[value]?.[value === 1 ? 'name' : 'id'] ?? '');
  const [sign, size] = value < 0 ? ['-', -BigInt(value)] : ['', BigInt(value)];
  const scale = BigInt(fact.scale);
  return `${sign}${size / scale}.${String(size % scale).padStart(String(fact.scale).length - 1, '0')}`;
}

async function fill({ run }: Asked, rows: readonly (readonly (number | null)[])[]): Promise<void> {
  await run('DROP TABLE IF EXISTS enterprises');
  await run(`CREATE TABLE enterprises (id VARCHAR, region VARCHAR, ${randomFacts.facts.map(columnOf).join(', ')})`);
  const values = rows.map((row, at) => {
    const cells = randomFacts.facts.map((fact, number) => cellOf(fact, row[number] ?? null));
    return `('E${at}', ${at % 3 === 0 ? 'NULL' : `'3601${at % 5}'`}, ${cells.join(', ')})`;
  });
  await run(`INSERT INTO enterprises VALUES ${values.join(', ')}`);
}

const inBounds = (row: readonly (number | null)[]): (number | null)[] =>
  row.map((value, at) => {
    const fact = randomFacts.at(at);
    return value === null || fact.type !== 'number' ? value : Math.min(fact.high, Math.max(fact.low, value));
  });

const compiled = (seed: number): CompiledPolicy | null => {
  const source = (seed % 2 === 0 ? randomPolicy : randomOverlaps)(diceOf(seed), `p${seed}`);
  return compilePolicy(source, randomFacts, { hash: 'sha256:0', on: '2025-12-31' }).policy;
};

/** What big integers find: lines of awards, and of what is not settled. */
function oracle(policies: readonly CompiledPolicy[], rows: readonly (readonly (number | null)[])[]) {
  const awards: string[] = [];
  const open = new Set<string>();
  for (const [at, row] of rows.entries())
    for (const policy of policies) {
      const { excluded, slots } = bigEvaluate(policy, row);
      if (excluded !== false) open.add(`E${at} ${excluded === null ? 'exclusion unknown' : 'excluded'} ${policy.id}`);
      for (const { group, winner, award } of slots) {
        if (winner === -2) open.add(`E${at} unknown ${policy.id}/${group}`);
        const clause = policy.clauses[winner];
        if (clause === undefined) continue;
        const shares = sharesOf(award, clause.payers);
        const payers = clause.payers.map(({ payer }, which) => `${payer} ${shares[which]}`).join(' ');
        awards.push(`E${at} ${policy.id}/${clause.id} ${policy.id}/${group} ${award} ${payers}`);
      }
    }
  return { awards: awards.toSorted(), open: [...open].toSorted() };
}

test('a statement over a view finds what big integers find, in every database', async () => {
  const policies = Array.from({ length: 24 }, (_, seed) => compiled(seed * 5 + 1)).filter((policy) => policy !== null);
  let found = 0;
  for (let from = 0; from < policies.length; from += 6) {
    const some = policies.slice(from, from + 6);
    const dice = diceOf(from);
    const rows = Array.from({ length: 120 }, () => inBounds(randomRow(dice)));
    const wanted = oracle(some, rows);
    for (const each of asked) {
      await fill(each, rows);
      const ask = (question: SqlQuestion) => each.run(policySql(some, each.dialect, question, 'enterprises'));
      const awards = (await ask('awards')).map(
        (row) => `${row.id} ${row.clause} ${row.group} ${row.amount_yuan} 市级 ${row.市级} 县级 ${row.县级}`,
      );
      expect(awards.toSorted()).toEqual(wanted.awards);
      expect([...new Set((await ask('open')).map((row) => `${row.id} ${row.state} ${row.of}`))].toSorted()).toEqual(
        wanted.open,
      );
      const sums = await ask('summary');
      const total = sums
        .filter(({ part }) => part === 'region')
        .reduce((sum, row) => sum + BigInt(row.total_yuan ?? 0), 0n);
      expect(total).toBe(wanted.awards.reduce((sum, line) => sum + BigInt(line.split(' ')[3] ?? 0), 0n));
      expect(await ask('faults')).toEqual([]);
      found += awards.length;
    }
  }
  expect(found).toBeGreaterThan(200);
});

test('a cell that no fact may have is unknown, and told', async () => {
  const clauses = [
    clauseWith({ id: 'a', when: ['营业收入 > 3万元'] }),
    clauseWith({ id: 'b', when: ['产业链 = 纺织'] }),
    clauseWith({ id: 'c', when: ['展位数 > 0'] }),
  ];
  const { policy } = compilePolicy(policyWith(clauses), randomFacts, { hash: '', on: '2025-12-31' });
  const policies = policy === null ? [] : [policy];
  for (const { dialect, run } of asked) {
    await run('DROP TABLE IF EXISTS strange');
    await run('CREATE TABLE strange (id VARCHAR, revenue DECIMAL(30, 6), chain VARCHAR, booths DECIMAL(30, 6))');
    await run(`INSERT INTO strange VALUES ('right', 3.0001, ' textile ', 1), ('fine', 3.00001, '服装', 1.5),
      ('great', 99999999999, '', 51), ('empty', NULL, NULL, NULL), ('below', -0.0001, 'TEXTILE', -1)`);
    const faults = await run(policySql(policies, dialect, 'faults', 'strange'));
    expect(faults.map((row) => `${row.id} ${row.column}`).toSorted()).toEqual([
      'below booths',
      'below chain',
      'below revenue',
      'fine booths',
      'fine chain',
      'fine revenue',
      'great booths',
      'great revenue',
    ]);
    const awards = await run(policySql(policies, dialect, 'awards', 'strange'));
    expect(awards.map((row) => `${row.id} ${row.clause}`).toSorted()).toEqual(['right p/a', 'right p/b', 'right p/c']);
    const open = await run(policySql(policies, dialect, 'open', 'strange'));
    expect(open.filter(({ id }) => id !== 'right')).toHaveLength(12);
  }
});

test('a column of doubles is taken as it is written', async () => {
  const { policy } = compilePolicy(policyWith([clauseWith({ when: ['营业收入 = 1000000.0001万元'] })]), randomFacts, {
    ...{ hash: '', on: '2025-12-31' },
  });
  const policies = policy === null ? [] : [policy];
  for (const { dialect, run } of asked) {
    await run('DROP TABLE IF EXISTS doubles');
    await run('CREATE TABLE doubles (id VARCHAR, revenue DOUBLE PRECISION)');
    await run(
      `INSERT INTO doubles VALUES ('same', 1000000.0001), ('other', 1000000.0002), ('small', 1e-4), ('great', 1e20)`,
    );
    const awards = await run(policySql(policies, dialect, 'awards', 'doubles'));
    expect(awards.map(({ id }) => id)).toEqual(['same']);
    expect((await run(policySql(policies, dialect, 'faults', 'doubles'))).map(({ id }) => id)).toEqual(['great']);
  }
});

test('nothing that a pack says gets out of its quotes or its comment', async () => {
  const evil = `x'"; DROP TABLE enterprises; -- \n \r \u2028 */ $$ \\`;
  const clauses = [
    clauseWith({ id: evil, title: evil, place: evil, when: ['营业收入 >= 0万元'], group: evil }),
    clauseWith({
      id: 'own',
      payers: ['ID', 'Group', '市'.repeat(30)].map((payer, at) => ({ payer, percent: [50, 30, 20][at] ?? 0 })),
    }),
  ];
  const source = policyWith(clauses, {
    id: evil,
    title: evil,
    groups: [{ id: evil, name: evil, place: '', rule: 'highest' }],
  });
  const { policy } = compilePolicy(source, randomFacts, { hash: evil, on: '2025-12-31' });
  expect(policy).not.toBeNull();
  const policies = policy === null ? [] : [policy];
  for (const each of asked) {
    await fill(each, [randomFacts.facts.map(() => 0)]);
    const rows = await each.run(policySql(policies, each.dialect, 'awards', 'enterprises'));
    expect(rows.map(({ clause }) => clause).toSorted()).toEqual([`${evil}/${evil}`, `${evil}/own`].toSorted());
    const own = rows.find(({ clause }) => clause === `${evil}/own`);
    expect([own?.payer_2, own?.payer_3, own?.payer_4]).toEqual(['5000', '3000', '2000']);
    for (const question of ['open', 'summary', 'faults'] as const)
      await each.run(policySql(policies, each.dialect, question, 'enterprises'));
    const view = 'x"; DROP TABLE enterprises; --';
    await expect(each.run(policySql(policies, each.dialect, 'awards', view))).rejects.toThrow(/exist/u);
    expect(await each.run('SELECT id FROM enterprises')).toHaveLength(1);
  }
});
