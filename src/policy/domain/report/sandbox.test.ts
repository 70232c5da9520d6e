import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy, randomRow } from '../testing/random.ts';
import { funnelsOf } from './funnel.ts';
import { tryOut } from './sandbox.ts';

function compiled(source: PolicySource, changed = {}) {
  const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'h', on: '2025-12-31', changed });
  if (policy === null) throw new Error(JSON.stringify(faults));
  return policy;
}
const row = (facts: Readonly<Record<string, number>>) => randomFacts.facts.map(({ id }) => facts[id] ?? Number.NaN);

const source = policyWith([clauseWith({ when: ['营业收入 >= 门槛', '等级 >= 3'], pay: '标准' })], {
  parameters: [
    { id: 'border', name: '门槛', reason: null, values: [{ from: null, value: '100万元' }] },
    { id: 'standard', name: '标准', reason: null, values: [{ from: null, value: '2万元' }] },
  ],
});

test('a changed figure is costed, with who gains and who falls off', () => {
  const cases = [
    { id: 'a', places: { region: '南' }, known: row({ revenue: 1_000_000, level: 3 }) },
    { id: 'b', places: { region: '北' }, known: row({ revenue: 1_500_000, level: 9 }) },
    { id: 'c', places: { region: '北' }, known: row({ revenue: 9_000_000, level: 2 }) },
  ];
  expect(tryOut(compiled(source), compiled(source, { border: '120万元', standard: '3万元' }), cases)).toEqual({
    cost: { before: 40_000, after: 30_000 },
    paid: { before: 2, after: 1 },
    open: { before: 0, after: 0 },
    byGroup: { c: { before: 40_000, after: 30_000 } },
    byPayer: { 市级: { before: 40_000, after: 30_000 } },
    byPlace: { region: { 南: { before: 20_000, after: 0 }, 北: { before: 20_000, after: 30_000 } } },
    winners: { count: 1, yuan: 10_000, most: [{ id: 'b', before: 20_000, after: 30_000 }] },
    losers: { count: 1, yuan: 20_000, most: [{ id: 'a', before: 20_000, after: 0 }] },
  });
});

test('a funnel says what each condition removes, and who misses by one alone', () => {
  const rows = [
    row({ revenue: 1, level: 1 }),
    row({ revenue: 1, level: 9 }),
    row({ revenue: 2_000_000, level: 1 }),
    row({ revenue: 2_000_000 }),
    row({ revenue: 2_000_000, level: 5 }),
  ];
  expect(funnelsOf(compiled(source), rows)).toEqual([
    {
      ...{ clause: 'c', all: 5, left: 1 },
      steps: [
        { words: '营业收入不低于门槛（100万元）', removed: 2, unknown: 0, onlyThis: 1 },
        { words: '等级不低于3', removed: 1, unknown: 1, onlyThis: 1 },
      ],
    },
  ]);
});

test('totals of a trial are those of each by himself', () => {
  for (let seed = 500; seed < 520; seed += 1) {
    const dice = diceOf(seed);
    const random = randomPolicy(dice);
    if (compilePolicy(random, randomFacts, { hash: 'h', on: '2025-12-31' }).policy === null) continue;
    const [before, after] = [compiled(random), compiled(random, { border: '3万元' })];
    const rows = Array.from({ length: 200 }, () => randomRow(dice));
    const cases = rows.map((facts, at) => ({
      id: `${at}`,
      places: { half: `${at % 2}` },
      known: facts.map((fact) => fact ?? Number.NaN),
    }));
    const trial = tryOut(before, after, cases);
    const totals = (policy: typeof before) => rows.reduce((sum, facts) => sum + evaluate(policy, facts).total, 0);
    expect(trial.cost).toEqual({ before: totals(before), after: totals(after) });
    expect(trial.winners.yuan - trial.losers.yuan).toBe(trial.cost.after - trial.cost.before);
    const shares = Object.values(trial.byPayer).reduce((sum, { after: share }) => sum + share, 0);
    expect(shares).toBe(trial.cost.after);
    const halves = Object.values(trial.byPlace.half ?? {});
    expect(halves.reduce((sum, half) => sum + half.after, 0)).toBe(trial.cost.after);
  }
});
