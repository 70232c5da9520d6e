import { expect, test } from 'vitest';
import { clauseWith, policyWith } from '../../domain/testing/policies.ts';
import { randomFacts } from '../../domain/testing/random.ts';
import { progressIn, progressMemory, stop } from './progress.ts';
import { dayOf } from './read-cases.ts';
import { runTrial, trialLines } from './run-trial.ts';
import type { TrialTask } from './task.ts';

const applying = { from: '2025-01-01', to: '2025-12-31' };
const task = (changes: Partial<TrialTask> = {}): TrialTask => ({
  content: policyWith([clauseWith({ when: ['营业收入 >= 100万元'] })], {
    validFrom: '2024-06-01',
    validTo: '2026-06-30',
  }),
  ...{ hash: 'h', facts: randomFacts.facts, on: '2025-12-31', changes: [], permille: 10, least: 1, budget: null },
  ...{ people: { kind: 'demo', count: 2000, seed: 3, applying }, want: 'report', progress: progressMemory() },
  ...changes,
});

test('tells how far it is, and walks over everybody', async () => {
  const one = task();
  const { report } = await runTrial(one);
  expect(report.cases).toBe(2000);
  expect(progressIn(one.progress)).toEqual({ done: 0, of: 2000, rows: 1536 });
});

test('ends when nobody waits any more, before everybody was looked at', async () => {
  const one = task();
  stop(one.progress);
  await expect(runTrial(one)).rejects.toMatchObject({ refusals: [{ code: 'trial-stopped' }] });
  expect(progressIn(one.progress).rows).toBe(512);
});

test('asks about the years in which the document is in force', async () => {
  const { report } = await runTrial(task());
  expect(report.byYear.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  const open = task({ content: policyWith([clauseWith({})]) });
  expect((await runTrial(open)).report.byYear.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028]);
});

test('every enterprise is a line, in the order they came', async () => {
  const bytes = Buffer.from('id,region,revenue\n"a ""b""",南,100\n=1+1,,99.9999\n');
  const lines = await trialLines(task({ people: { kind: 'file', name: 'x.csv', bytes } }));
  expect(Buffer.from(lines).toString().split('\r\n').slice(1)).toEqual([
    `"a ""b""",南,,,10000,10000,0`,
    `"'=1+1",未填,,,0,0,0`,
    '',
  ]);
});

test.each<[string, string | null]>([
  ['', null],
  ['2025-03-10', '2025-03-10'],
  ['2025/3/1', '2025-03-01'],
  ['2025年3月10日', '2025-03-10'],
  ['20250310', '2025-03-10'],
  ['2025-03-10 00:00:00', '2025-03-10'],
])('a day of claim written as %j is %s', (word, day) => {
  expect(dayOf(word, 'x.csv')).toBe(day);
});

test.each(['2025-02-30', '20251301', '45000', 'soon', '0001-01-01'])('%s is no day', (word) => {
  expect(() => dayOf(word, 'x.csv')).toThrow('trial-applied-on');
});
