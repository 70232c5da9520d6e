import { expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { bigEvaluate } from '../../src/policy/domain/testing/big-evaluate.ts';
import { clauseWith, policyWith } from '../../src/policy/domain/testing/policies.ts';
import { diceOf, randomFacts, randomRow } from '../../src/policy/domain/testing/random.ts';
import {
  batchProgram,
  batchRun,
  type CompiledPolicy,
  columnOf,
  compileLibrary,
  compilePolicy,
  explainer,
  type FactTable,
  formOf,
  missingIn,
  policyPack,
  resultsOf,
} from '../../src/policy/index.ts';
import { dayOf } from '../../src/policy/pack/check-policy.ts';
import { rowOfExample } from '../../src/policy/pack/examples.ts';

type Row = readonly (number | null)[];
const library = packLibrary();

/** What the loop pays of each group, or null where it cannot be told. */
function loopOf(policy: CompiledPolicy, facts: FactTable, rows: readonly Row[], full: boolean) {
  const program = batchProgram([policy]);
  const shapes = facts.facts.map((fact) => ({ form: formOf(fact), mayMiss: !full }));
  const columns = shapes.map(({ form }, fact) => {
    const column = columnOf(form, rows.length);
    for (const [at, row] of rows.entries()) column[at] = row[fact] ?? missingIn[form];
    return column;
  });
  const results = resultsOf(program, rows.length);
  batchRun(program, shapes)(columns, results, 0, rows.length);
  return rows.map((_, at) =>
    program.slots.map(({ group }, slot) => ({
      group,
      winner: results.winners[slot]?.[at],
      award: results.awards[slot]?.[at],
    })),
  );
}

/** What the explanation pays of each group. */
const explainedOf = (policy: CompiledPolicy, row: Row) =>
  explainer(policy)(row.map((fact) => fact ?? Number.NaN)).groups.map(({ id, amount }) => [id, amount]);

const sumsOf = (slots: readonly { readonly group: string; readonly award: number | undefined }[]) => {
  const sums = new Map<string, number>();
  for (const { group, award = 0 } of slots) sums.set(group, (sums.get(group) ?? 0) + award);
  return [...sums];
};

/** A row, and the same with each figure one step less and more, and each fact missing. */
function around(row: Row, facts: FactTable): Row[] {
  const changed = (fact: number, value: number | null) => row.map((each, at) => (at === fact ? value : each));
  return [
    row,
    ...row.flatMap((value, fact) => {
      const described = facts.at(fact);
      if (value === null) return [];
      const steps = described.type === 'number' ? [value - 1, value + 1, described.low, described.high] : [];
      const others = described.type === 'flag' ? [1 - value] : [];
      const within = steps.filter(
        (each) => described.type === 'number' && each >= described.low && each <= described.high,
      );
      return [...within, ...others, null].map((each) => changed(fact, each));
    }),
  ];
}

test.each(library.of(policyPack).map(({ content }) => content.id))(
  '%s: around every worked example the loop, the explanation and big integers pay alike',
  (id) => {
    const { facts, packs } = compileLibrary(library, '2025-12-31', [id]);
    const [pack] = packs;
    if (pack === undefined) throw new Error(id);
    const { content } = pack;
    const byDay = Map.groupBy(
      content.clauses.flatMap(({ examples }) => examples),
      (example) => example.on ?? dayOf(content) ?? '',
    );
    for (const [on, examples] of byDay) {
      const { policy } = compilePolicy(content, facts, { hash: pack.hash, on });
      if (policy === null) throw new Error(on);
      const rows = examples.flatMap((example) => around(rowOfExample(content, example, facts), facts));
      const told = loopOf(policy, facts, rows, false);
      for (const [at, row] of rows.entries()) {
        expect(told[at]).toEqual(bigEvaluate(policy, row).slots);
        expect(sumsOf(told[at] ?? [])).toEqual(explainedOf(policy, row));
      }
    }
  },
);

test('a reason stands where its condition does, part by part, for whatever is known', () => {
  const { policies, facts } = compileLibrary(library, '2025-12-31');
  const dice = diceOf(9);
  for (const policy of policies)
    for (let time = 0; time < 60; time++) {
      const row: Row = facts.facts.map((fact) => {
        if (dice(4) === 0) return null;
        if (fact.type !== 'number') return dice(fact.type === 'flag' ? 2 : fact.options.length);
        return dice(3) === 0 ? 2025 : Math.min(fact.high, Math.max(fact.low, dice(12)));
      });
      const { clauses, groups, total } = explainer(policy)(row.map((fact) => fact ?? Number.NaN));
      for (const { state, because, missing, amount } of clauses) {
        if (because.state !== 'yes') expect(state).toBe(because.state);
        if (state === 'unknown') expect(missing.length).toBeGreaterThan(0);
        expect(amount > 0).toBe(state === 'yes');
        if (because.parts.length > 0) {
          const states = because.parts.map((part) => part.state);
          const least = states.includes('no') ? 'no' : states.includes('unknown') ? 'unknown' : 'yes';
          expect(because.state).toBe(least);
        }
      }
      expect(total).toBe(groups.reduce((sum, { amount }) => sum + amount, 0));
    }
});

test('more of what is rewarded never lowers an award', () => {
  const clause = clauseWith({
    when: ['营业收入 > 3万元', '非 失信'],
    pay: {
      highest: [
        { rate: '7.3%', of: '营业收入', most: '900万元' },
        {
          tiers: {
            of: '营业收入',
            steps: [
              { when: '>=', border: '5亿元', pay: '50万元' },
              { when: '>=', border: '100万元', pay: '2万元' },
            ],
          },
        },
      ],
    },
    cap: '800万元',
    floor: '1万元',
  });
  const { policy } = compilePolicy(policyWith([clause]), randomFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error('does not compile');
  const revenue = randomFacts.numberOf('revenue') ?? -1;
  const dice = diceOf(31);
  for (let time = 0; time < 40; time++) {
    const row = randomRow(dice).map((value) => value ?? 0);
    const figures = Array.from({ length: 50 }, () => dice(2) * dice(1_000_000_000) + dice(2_000_000)).toSorted(
      (a, b) => a - b,
    );
    const rows = figures.map((figure) => row.map((value, fact) => (fact === revenue ? figure : value)));
    const awards = loopOf(policy, randomFacts, rows, true).map(([slot]) => slot?.award ?? 0);
    expect(awards).toEqual(awards.toSorted((a, b) => a - b));
  }
});
