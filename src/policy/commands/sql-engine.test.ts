import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, openCluster, stopCluster } from '../../../platform/db/embedded/cluster.ts';
import { openDuckDbScratch } from '../../../platform/db/scratch/index.ts';
import { openTemporaryFolder, type TestDatabase, testDatabase } from '../../../platform/db/testing/index.ts';
import { chunkBytes, FactsFile, memorySource } from '../../../platform/facts/index.ts';
import { batchProgram, leaveOut, summaryJson } from '../domain/batch/index.ts';
import { type CompiledPolicy, compilePolicy } from '../domain/index.ts';
import { clauseWith, policyWith } from '../domain/testing/policies.ts';
import { type Dice, diceOf, randomFacts, randomOverlaps, randomPolicy, randomRow } from '../domain/testing/random.ts';
import { mostClauses } from '../store/sql/index.ts';
import type { Engine } from './engine.ts';
import { readingOf, withoutAbsent } from './fields.ts';
import { loopEngine } from './loop-engine.ts';
import { duckDbEngine, postgresEngine, runSql } from './sql-engine.ts';
import { factsCsv } from './testing/facts-csv.ts';

let database: TestDatabase<unknown>;
let second: Cluster;
let folder: string;

beforeAll(async () => {
  folder = openTemporaryFolder('second-server');
  [database, second] = await Promise.all([testDatabase<unknown>(), openCluster(folder, true)]);
});

afterAll(async () => {
  await Promise.all([database.close(), second.leaveRunning()]);
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** All that a run gives: the awards as they are written, and the summary. */
async function resultOf(engine: Engine, policies: readonly CompiledPolicy[], csv: string, threads = 1) {
  const whole = batchProgram(policies);
  const reading = readingOf(whole, randomFacts);
  const file = new FactsFile(
    memorySource('f.csv', Buffer.from(csv)),
    reading.fields,
    randomFacts.facts.map(({ id }) => id),
  );
  const { program } = leaveOut(whole, new Set(file.layout.absent.flatMap((field) => reading.facts[field] ?? [])));
  const parts: Buffer[] = [];
  const write = (lines: Uint8Array): void => void parts.push(Buffer.from(lines));
  const own = withoutAbsent(reading, file.layout);
  const summary = await engine.run({ policies, program, reading: own, file, write, threads });
  return { awards: Buffer.concat(parts).toString(), summary: summaryJson(summary) };
}

/** Every other one with groups that overlap. */
const randomOf = (seed: number) => (seed % 2 === 0 ? randomPolicy : randomOverlaps)(diceOf(seed), `p${seed}`);

const compiled = (seed: number): CompiledPolicy | null =>
  compilePolicy(randomOf(seed), randomFacts, { hash: 'sha256:0', on: '2025-12-31' }).policy;

const policiesOf = (count: number, salt: number): CompiledPolicy[] =>
  Array.from({ length: count }, (_, seed) => compiled(seed * 13 + salt)).filter((policy) => policy !== null);

interface Enterprises {
  readonly rows: number;
  /** Numbers of the facts that are missing now and then. */
  readonly missing?: (fact: number) => boolean;
  readonly without?: readonly string[];
}

/** Within the limits of each fact, now and then on its very border. */
const row = (dice: Dice, mayMiss: (fact: number) => boolean): (number | null)[] =>
  randomRow(dice).map((value, at) => {
    const fact = randomFacts.at(at);
    const known = value ?? (mayMiss(at) ? null : 0);
    if (known === null || fact.type !== 'number') return known;
    const [low, high] = [fact.low, fact.high];
    return dice(30) === 0 ? ([low, high][dice(2)] ?? low) : Math.min(high, Math.max(low, known));
  });

function csvOf(dice: Dice, { rows, missing = () => true, without = [] }: Enterprises): string {
  const facts = Array.from({ length: rows }, () => row(dice, missing));
  return factsCsv(facts, randomFacts, dice, without);
}

test.each<[string, number, Omit<Enterprises, 'rows'>]>([
  ['anything may be missing', 1, {}],
  ['nothing is missing', 2, { missing: () => false }],
  ['some facts may be missing', 3, { missing: (fact) => fact % 3 === 0 }],
  ['columns are not there', 4, { missing: (fact) => fact % 5 === 1, without: ['fee', 'chain', 'dishonest'] }],
])('random policies and enterprises, where %s: every database gives what the loop gives', async (_, salt, kind) => {
  const policies = policiesOf(48, salt);
  let awards = 0;
  for (let from = 0; from < policies.length; from += 8) {
    const some = policies.slice(from, from + 8);
    const csv = csvOf(diceOf(salt * 100 + from), { rows: 400, ...kind });
    const loop = await resultOf(loopEngine, some, csv);
    expect(await resultOf(postgresEngine([database.address]), some, csv)).toEqual(loop);
    expect(await resultOf(duckDbEngine, some, csv)).toEqual(loop);
    awards += loop.awards.length;
    // A divisor of 0 leaves something open although everything is known.
    expect(loop.summary).toMatch(/"unknown": [1-9]/u);
  }
  expect(awards).toBeGreaterThan(0);
});

test('two servers that have some regions each, and two connections to each, come to the same', async () => {
  const policies = policiesOf(8, 4);
  const csv = csvOf(diceOf(4), { rows: 3000 });
  const loop = await resultOf(loopEngine, policies, csv);
  const two = postgresEngine([database.address, second.addressOf('postgres')]);
  expect(await resultOf(two, policies, csv)).toEqual(loop);
  expect(await resultOf(two, policies, csv, 2)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv, 2)).toEqual(loop);
});

test('a file that is decided piece by piece comes to the same', async () => {
  const policies = policiesOf(4, 8);
  const csv = csvOf(diceOf(8), { rows: 30_000 });
  const inPieces: Engine = {
    name: 'duckdb',
    run: async (job) => {
      const scratch = await openDuckDbScratch(1);
      return runSql(job, [[scratch]], 'duckdb', 1).finally(() => scratch.close());
    },
  };
  const loop = await resultOf(loopEngine, policies, csv);
  expect(csv.length).toBeGreaterThan(chunkBytes);
  expect(await resultOf(inPieces, policies, csv)).toEqual(loop);
});

test('nobody at all comes to nothing', async () => {
  const policies = policiesOf(3, 5);
  const csv = csvOf(diceOf(5), { rows: 0 });
  const loop = await resultOf(loopEngine, policies, csv);
  expect(loop.awards).toBe('');
  expect(await resultOf(postgresEngine([database.address, database.address]), policies, csv)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv)).toEqual(loop);
});

test('a group of many clauses is decided as one of few', async () => {
  const groups = [{ id: 'g', name: 'g', place: '', rule: 'highest' as const }];
  const clauses = policiesOf(12, 9).flatMap(({ id }) =>
    randomOf(Number(id.slice(1))).clauses.map((each, at) => ({ ...each, id: `${id}-${at}`, group: 'g', alsoIn: [] })),
  );
  const parameters = randomOf(0).parameters;
  const { policy } = compilePolicy(policyWith(clauses.slice(0, 40), { groups, parameters }), randomFacts, {
    ...{ hash: '', on: '2025-12-31' },
  });
  const policies = policy === null ? [] : [policy];
  const csv = csvOf(diceOf(9), { rows: 1000, missing: (fact) => fact % 4 === 0 });
  const loop = await resultOf(loopEngine, policies, csv);
  expect(new Set(loop.awards.split('\n').map((line) => line.split(',').at(-5))).size).toBeGreaterThan(5);
  expect(await resultOf(postgresEngine([database.address]), policies, csv)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv)).toEqual(loop);
});

test('as many clauses as a statement holds are decided in one, and more are refused', async () => {
  const policyOf = (count: number): CompiledPolicy[] => {
    const clauses = Array.from({ length: count }, (_, at) =>
      clauseWith({ id: `c${at}`, when: [`营业收入 > ${at}万元`], pay: `${1 + (at % 7)}元`, group: `g${at >> 1}` }),
    );
    const groups = [...new Set(clauses.map(({ group }) => group ?? ''))].map((id) => ({
      ...{ id, name: id, place: '', rule: 'highest' as const },
    }));
    const { policy } = compilePolicy(policyWith(clauses, { groups }), randomFacts, { hash: '', on: '2025-12-31' });
    return policy === null ? [] : [policy];
  };
  const csv = csvOf(diceOf(7), { rows: 50 });
  const most = policyOf(mostClauses);
  const loop = await resultOf(loopEngine, most, csv);
  expect(loop.awards).not.toBe('');
  expect(await resultOf(postgresEngine([database.address]), most, csv)).toEqual(loop);
  const refused = { refusals: [{ code: 'run-clauses-many', given: mostClauses + 1, limit: mostClauses }] };
  await expect(resultOf(duckDbEngine, policyOf(mostClauses + 1), csv)).rejects.toMatchObject(refused);
});

test('what a pack calls its things is never a part of a statement', async () => {
  const evil = `x'"; drop table facts; -- \\ $$ {} %s`;
  const clauses = [
    clauseWith({ id: evil, title: evil, when: ['营业收入 > 3万元'], pay: '费用 × 3%', group: evil }),
    clauseWith({
      id: `${evil}2`,
      group: evil,
      payers: [
        { payer: evil, percent: 50 },
        { payer: '县"级', percent: 50 },
      ],
    }),
    clauseWith({
      id: 'long',
      payers: [
        { payer: '市'.repeat(40), percent: 50 },
        { payer: `${'市'.repeat(40)}级`, percent: 50 },
      ],
    }),
  ];
  const source = policyWith(clauses, { id: evil, groups: [{ id: evil, name: evil, place: '', rule: 'highest' }] });
  const { policy } = compilePolicy(source, randomFacts, { hash: '', on: '2025-12-31' });
  expect(policy).not.toBeNull();
  const policies = policy === null ? [] : [policy];
  const csv = csvOf(diceOf(6), { rows: 200 });
  const loop = await resultOf(loopEngine, policies, csv);
  expect(loop.awards).toContain('drop table');
  expect(await resultOf(postgresEngine([database.address]), policies, csv)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv)).toEqual(loop);
});
