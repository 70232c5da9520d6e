import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { ClauseSource, PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomOverlaps, randomPolicy, randomRow } from '../testing/random.ts';
import { clausesFor } from './audience.ts';
import { type Asked, entitlementOf } from './entitlement.ts';

function asked(source: PolicySource, on = '2025-06-30'): Asked {
  const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'h', on });
  if (policy === null) throw new Error(JSON.stringify(faults));
  const clauses = new Set(policy.clauses.map((_, at) => at));
  return { policy, clauses, validTo: source.validTo, eventYear: source.eventYear };
}
const rowOf = (facts: Readonly<Record<string, number>>) => randomFacts.facts.map(({ id }) => facts[id] ?? Number.NaN);
const group = { id: 'g', name: '组', place: '一', rule: 'highest' } as const;
const standings = (source: PolicySource, facts: Readonly<Record<string, number>>) => {
  const { clauses, ...sums } = entitlementOf([asked(source)], rowOf(facts));
  return { ...sums, standings: clauses.map(({ clause, standing }) => `${clause.id} ${standing}`) };
};

const titles = (...more: Partial<ClauseSource>[]): PolicySource =>
  policyWith(
    [
      clauseWith({ id: 'big', group: 'g', when: ['等级 >= 5'], pay: '30万元' }),
      clauseWith({ id: 'small', group: 'g', when: ['仍在库'], pay: '6万元' }),
      ...more.map((each, at) => clauseWith({ id: `m${at}`, ...each })),
    ],
    { groups: [group], exclude: [{ when: '失信', words: '失信企业', place: null }], validTo: '2025-10-31' },
  );

test('what is sure, what may come on top, and what was given up for more', () => {
  expect(standings(titles(), { level: 5, listed: 1, dishonest: 0 })).toMatchObject({
    ...{ sure: 300_000, more: 0, unlimited: 0 },
    standings: ['big paid', 'small given-up'],
  });
  expect(standings(titles(), { level: 5, dishonest: 0 })).toMatchObject({ standings: ['big paid', 'small covered'] });
  expect(standings(titles(), { listed: 1, dishonest: 0 })).toMatchObject({
    ...{ sure: 0, more: 300_000 },
    standings: ['big open', 'small pending'],
  });
});

test('while it is open whether somebody is left out nothing is sure, and afterwards nothing is paid', () => {
  expect(standings(titles(), { level: 5, listed: 0 })).toMatchObject({
    ...{ sure: 0, more: 300_000 },
    standings: ['big pending', 'small reachable'],
  });
  const { excluded, clauses, more } = entitlementOf([asked(titles())], rowOf({ level: 5, dishonest: 1 }));
  expect([clauses, more, excluded.map(({ reason }) => reason.words)]).toEqual([[], 0, ['失信企业']]);
});

test('a rate without a limit is no promise of the greatest figure that fits into a file', () => {
  const source = titles(
    { pay: { rate: '10%', of: '费用', most: null } },
    { pay: { rate: '10%', of: '费用', most: '20万元' } },
  );
  expect(standings(source, { level: 0, listed: 0, dishonest: 0 })).toMatchObject({ more: 200_000, unlimited: 1 });
});

test('what fails is named with the way to it and the last day; what nobody can change is not', () => {
  const source = titles(
    { when: ['产业链 = 纺织', '营业收入 > 5000万元'] },
    { when: ['首次升规年份 = 年度 - 1年'] },
    { when: ['营业收入 > 5000万元', '仍在库'], window: { from: '2025-07-01', to: '2025-07-31' } },
  );
  const facts = { level: 0, listed: 1, dishonest: 0, chain: 1, revenue: 49_000_000, since: 2025 };
  const { clauses } = entitlementOf([asked(source)], rowOf(facts));
  expect(clauses.map(({ standing, by }) => `${standing} ${by}`)).toEqual([
    ...['reachable 2025-10-31', 'paid 2025-10-31', 'not-for 2025-10-31', 'not-for 2025-10-31'],
    'reachable 2025-07-31',
  ]);
  expect(clauses[4]).toMatchObject({
    failing: [{ words: '营业收入高于5000万元' }],
    path: { amount: 10_000, changes: [{ fact: 'revenue', now: 49_000_000, needs: 50_000_001 }] },
  });
  expect(clauses[2]?.failing.map(({ words }) => words)).toEqual(['产业链为纺织', '营业收入高于5000万元']);
});

test('whom a clause is for is told by its words', () => {
  const of = (...words: string[]) => policyWith(words.map((each, at) => clauseWith({ id: `c${at}`, for: each })));
  const both = of('规上工业企业', '在城区买房的个人', '首次入选的', '引进人才的企业');
  expect([...clausesFor(both, 'firm')]).toEqual([0, 2, 3]);
  expect([...clausesFor(both, 'person')]).toEqual([1]);
  const care = of('提供居家照护的残疾人家庭', '在公办养老机构托养的', '选择日间照料的');
  expect([...clausesFor(care, 'person')]).toEqual([0, 1, 2]);
  expect([...clausesFor(care, 'firm')]).toEqual([]);
});

test('sums are those of the engine, and knowing everything stays within what was possible', () => {
  for (let seed = 1300; seed < 1380; seed += 1) {
    const dice = diceOf(seed);
    const source = randomPolicy(dice);
    const { policy } = compilePolicy(source, randomFacts, { hash: 'h', on: '2025-06-30' });
    if (policy === null) continue;
    const each = asked(source);
    const some = randomRow(dice);
    const all = some.map((value, at) => value ?? randomFullRow(dice)[at] ?? 0);
    const early = entitlementOf(
      [each],
      some.map((value) => value ?? Number.NaN),
    );
    const late = entitlementOf([each], all);
    expect({ seed, sure: early.sure }).toEqual({ seed, sure: evaluate(each.policy, some).total });
    expect({ seed, sure: late.sure }).toEqual({ seed, sure: evaluate(each.policy, all).total });
    if (early.unlimited === 0 && late.excluded.length === 0)
      expect(late.sure).toBeLessThanOrEqual(early.sure + early.more);
  }
});

function randomFullRow(dice: ReturnType<typeof diceOf>): (number | null)[] {
  const row = randomRow(dice);
  return row.map((value, at) => value ?? (randomFacts.at(at).type === 'number' ? 5 : 1));
}

test('of groups that share clauses only what could change the choice is open, and no more is promised than a choice brings', () => {
  const groups = ['a', 'b'].map((id) => ({ ...group, id }));
  const source = (pay: string) =>
    policyWith(
      [
        clauseWith({ id: 'both', group: 'a', alsoIn: ['b'], when: ['仍在库'], pay }),
        clauseWith({ id: 'left', group: 'a', when: ['等级 >= 5'], pay: '3万元' }),
        clauseWith({ id: 'right', group: 'b', pay: '4万元' }),
      ],
      { groups },
    );
  expect(standings(source('4万元'), { level: 0 })).toMatchObject({
    ...{ sure: 40_000, more: 0 },
    standings: ['both covered', 'left reachable', 'right paid'],
  });
  expect(standings(source('9万元'), { level: 0 })).toMatchObject({ sure: 0, more: 90_000 });
  expect(standings(source('6万元'), {})).toMatchObject({ sure: 0, more: 70_000 });
});

test('what is told to be open, and only that, could change what is paid', () => {
  let open = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const dice = diceOf(seed);
    const { policy } = compilePolicy(randomOverlaps(dice), randomFacts, { hash: 'h', on: '2025-12-31' });
    if (policy === null) continue;
    const row = randomRow(dice).map((value) => value ?? Number.NaN);
    const all = new Set(policy.clauses.map((_, at) => at));
    const { clauses, sure, more, unlimited } = entitlementOf(
      [{ policy, clauses: all, validTo: null, eventYear: null }],
      row,
    );
    const { groups, total } = evaluate(
      policy,
      row.map((value) => (Number.isNaN(value) ? null : value)),
    );
    for (const { standing, clause } of clauses) {
      const at = policy.clauses.indexOf(clause);
      const state = groups[policy.groups.findIndex(({ members }) => members.includes(at))]?.state;
      if (standing === 'covered') expect(state).not.toBe('unknown');
      if (standing === 'open') open += 1;
      if (standing === 'open') expect(state).toBe('unknown');
    }
    // Whatever is found out, no more is paid than was said to be possible.
    if (unlimited > 0) continue;
    for (let time = 0; time < 5; time += 1) {
      const other = randomRow(dice);
      const filled = row.map((value, at) => (Number.isNaN(value) ? (other[at] ?? null) : value));
      expect(evaluate(policy, filled).total).toBeLessThanOrEqual(sure + more);
    }
    expect(total).toBe(sure);
  }
  expect(open).toBeGreaterThan(50);
});
