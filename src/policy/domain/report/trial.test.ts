import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomRow } from '../testing/random.ts';
import { funnelsOf } from './funnel.ts';
import { withFigures } from './proposal.ts';
import { tryOut } from './sandbox.ts';
import { type TrialCase, TrialRun } from './trial.ts';

const source = policyWith([clauseWith({ when: ['营业收入 >= 门槛', '等级 >= 3'], pay: '标准' })], {
  eventYear: null,
  parameters: [
    { id: 'border', name: '门槛', reason: null, values: [{ from: null, value: '100万元' }] },
    {
      ...{ id: 'standard', name: '标准', reason: null },
      values: [
        { from: null, value: '2万元' },
        { from: '2026-01-01', value: '5万元' },
      ],
    },
  ],
});
const on = (policy: PolicySource, day: string) => {
  const made = compilePolicy(policy, randomFacts, { hash: 'h', on: day }).policy;
  if (made === null) throw new Error(day);
  return made;
};

test('one walk gives what each report gives by itself, year by year with the figures of that year', () => {
  const dice = diceOf(77);
  const changed = withFigures(source, [{ parameter: 'standard', value: '3万元', from: '2025-07-01' }]);
  const [before, after] = [on(source, '2025-12-31'), on(changed, '2025-12-31')];
  const years = [2024, 2026].map((year) => ({
    ...{ year, before: on(source, `${year}-12-31`), after: on(changed, `${year}-12-31`) },
  }));
  const window = { from: '2025-01-01', to: '2025-12-31' };
  const run = new TrialRun({
    ...{ before, after, years, cliffs: { permille: 10, least: 1 } },
    budget: { yuan: 100_000, window },
  });
  const cases = Array.from({ length: 300 }, (_, at): TrialCase => {
    const known = randomRow(dice).map((value) => value ?? Number.NaN);
    return { id: `e${at}`, places: { region: `${at % 3}` }, known, appliedOn: at % 2 === 0 ? '2025-02-03' : null };
  });
  for (const each of cases) {
    const facts = Array.from(each.known, (value) => (Number.isNaN(value) ? null : value));
    expect(run.add(each)).toEqual({ before: evaluate(before, facts).total, after: evaluate(after, facts).total });
  }
  const report = run.report();
  expect(report).toMatchObject({ cases: 300, ...tryOut(before, after, cases) });
  expect(report.funnels.after).toEqual(
    funnelsOf(
      after,
      cases.map(({ known }) => known),
    ),
  );
  const paid = report.paid.before;
  expect(paid).toBeGreaterThan(10);
  expect(report.byYear).toEqual([
    { year: 2024, before: paid * 20_000, after: paid * 20_000 },
    { year: 2025, before: paid * 20_000, after: paid * 30_000 },
    { year: 2026, before: paid * 50_000, after: paid * 30_000 },
  ]);
  expect(report.exhaustion?.after).toMatchObject({ claimed: report.cost.after, short: report.cost.after - 100_000 });
  const dated = cases.filter((each, at) => at % 2 === 0 && evaluate(before, [...each.known]).total > 0).length;
  expect(report.undated).toEqual({ before: paid - dated, after: paid - dated });
});

test('without a budget nothing runs out', () => {
  const policy = on(source, '2025-12-31');
  const run = new TrialRun({
    before: policy,
    after: policy,
    years: [],
    cliffs: { permille: 0, least: 1 },
    budget: null,
  });
  expect(run.report()).toMatchObject({ cases: 0, exhaustion: null, byYear: [{ year: 2025, before: 0, after: 0 }] });
});
