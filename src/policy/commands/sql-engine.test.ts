import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, openCluster, stopCluster } from '../../../platform/db/embedded/cluster.ts';
import { openTemporaryFolder, type TestDatabase, testDatabase } from '../../../platform/db/testing/index.ts';
import { FactsFile, memorySource } from '../../../platform/facts/index.ts';
import { batchProgram, leaveOut, summaryJson } from '../domain/batch/index.ts';
import { type CompiledPolicy, compilePolicy } from '../domain/index.ts';
import { clauseWith, policyWith } from '../domain/testing/policies.ts';
import { type Dice, diceOf, randomFacts, randomOverlaps, randomPolicy, randomRow } from '../domain/testing/random.ts';
import type { Engine } from './engine.ts';
import { readingOf, withoutAbsent } from './fields.ts';
import { loopEngine } from './loop-engine.ts';
import { duckDbEngine, postgresEngine } from './sql-engine.ts';
import { factsCsv } from './testing/facts-csv.ts';

let database: TestDatabase<unknown>;
let second: Cluster;
const folder = openTemporaryFolder('second-server');

beforeAll(async () => {
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

/** Within the limits of each fact, now and then on its very border. */
const row = (dice: Dice): (number | null)[] =>
  randomRow(dice).map((value, at) => {
    const fact = randomFacts.at(at);
    if (value === null || fact.type !== 'number') return value;
    const [low, high] = [fact.low, fact.high];
    return dice(30) === 0 ? ([low, high][dice(2)] ?? low) : Math.min(high, Math.max(low, value));
  });

const csvOf = (rows: number, dice: Dice, without: readonly string[] = []): string =>
  factsCsv(
    Array.from({ length: rows }, () => row(dice)),
    randomFacts,
    dice,
    without,
  );

test.each([1, 2, 3])('random policies and enterprises: every database gives what the loop gives (%i)', async (salt) => {
  const policies = policiesOf(48, salt);
  const without = salt === 3 ? ['fee', 'chain', 'dishonest'] : [];
  let awards = 0;
  let open = 0;
  for (let from = 0; from < policies.length; from += 8) {
    const some = policies.slice(from, from + 8);
    const csv = csvOf(400, diceOf(salt * 100 + from), without);
    const loop = await resultOf(loopEngine, some, csv);
    expect(await resultOf(postgresEngine([database.address]), some, csv)).toEqual(loop);
    expect(await resultOf(duckDbEngine, some, csv)).toEqual(loop);
    awards += loop.awards.length;
    open += /"unknown": [1-9]/u.test(loop.summary) ? 1 : 0;
  }
  expect(awards).toBeGreaterThan(0);
  expect(open).toBeGreaterThan(0);
});

test('two servers that have some regions each, and two connections to each, come to the same', async () => {
  const policies = policiesOf(8, 4);
  const csv = csvOf(3000, diceOf(4));
  const loop = await resultOf(loopEngine, policies, csv);
  const two = postgresEngine([database.address, second.addressOf('postgres')]);
  expect(await resultOf(two, policies, csv)).toEqual(loop);
  expect(await resultOf(two, policies, csv, 2)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv, 2)).toEqual(loop);
});

test('nobody at all comes to nothing', async () => {
  const policies = policiesOf(3, 5);
  const csv = csvOf(0, diceOf(5));
  const loop = await resultOf(loopEngine, policies, csv);
  expect(loop.awards).toBe('');
  expect(await resultOf(postgresEngine([database.address, database.address]), policies, csv)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv)).toEqual(loop);
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
  const csv = csvOf(200, diceOf(6));
  const loop = await resultOf(loopEngine, policies, csv);
  expect(loop.awards).toContain('drop table');
  expect(await resultOf(postgresEngine([database.address]), policies, csv)).toEqual(loop);
  expect(await resultOf(duckDbEngine, policies, csv)).toEqual(loop);
});
