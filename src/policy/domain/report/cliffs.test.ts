import { expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import type { Check, CompiledPolicy } from '../check/compiled.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { judgeOf } from '../evaluate/program.ts';
import type { PolicySource } from '../source.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy, randomRow } from '../testing/random.ts';
import { CliffFinder } from './cliffs.ts';

function compiled(source: PolicySource): CompiledPolicy {
  const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error(JSON.stringify(faults));
  return policy;
}
const rowOf = (facts: Readonly<Record<string, number>>) => randomFacts.facts.map(({ id }) => facts[id] ?? Number.NaN);
function cliffsOf(policy: CompiledPolicy, options: ConstructorParameters<typeof CliffFinder>[1], rows: number[][]) {
  const finder = new CliffFinder(policy, options);
  for (const [at, row] of rows.entries()) finder.add(`e${at}`, row);
  return finder.cliffs();
}

test('who loses or gains by one yuan is named with the fall', () => {
  const policy = compiled(policyWith([clauseWith({ when: ['营业收入 >= 100万元'], pay: '20万元' })]));
  const rows = [1_000_000, 999_999, 1_004_000, 1_200_000, 990_500].map((revenue) => rowOf({ revenue }));
  const [cliff, ...more] = cliffsOf(policy, { permille: 10, least: 100 }, rows);
  expect(more).toEqual([]);
  expect(cliff).toMatchObject({ words: '营业收入不低于100万元', clauses: ['c'], fact: 'revenue' });
  expect(cliff?.falling).toEqual({
    ...{ count: 2, atOnce: 1, yuan: 400_000 },
    most: [
      { id: 'e0', now: 1_000_000, edge: 999_999, here: 200_000, there: 0 },
      { id: 'e2', now: 1_004_000, edge: 999_999, here: 200_000, there: 0 },
    ],
  });
  expect(cliff?.rising).toMatchObject({ count: 2, atOnce: 1, most: [{ id: 'e1', edge: 1_000_000 }, { id: 'e4' }] });
});

test('a rate is a slope; its floor and the steps of tiers are cliffs', () => {
  const rate = clauseWith({ pay: { rate: '10%', of: '费用', most: null }, floor: '1万元' });
  const tiers = clauseWith({
    id: 't',
    pay: {
      tiers: { of: '等级', steps: [{ when: '>=', border: '6级', pay: '10万元' }] },
    },
  });
  const found = cliffsOf(compiled(policyWith([rate, tiers])), { permille: 1, least: 100 }, [
    rowOf({ fee: 100_000, level: 2 }),
    rowOf({ fee: 500_000, level: 6 }),
  ]);
  expect(found.map(({ fact, clauses, falling }) => [fact, clauses.join(), falling.count, falling.yuan])).toEqual([
    ['level', 't', 1, 100_000],
    ['fee', 'c', 1, 10_000],
  ]);
});

test('two floors that are called alike are two borders', () => {
  const half = (id: string, rate: string) => clauseWith({ id, pay: { rate, of: '费用', most: null }, floor: '1万元' });
  const policy = compiled(policyWith([half('a', '10%'), half('b', '5%')]));
  const found = cliffsOf(policy, { permille: 1, least: 100 }, [rowOf({ fee: 100_000 }), rowOf({ fee: 200_000 })]);
  expect(found.map(({ clauses, falling }) => [clauses.join(), falling.most[0]?.id])).toEqual([
    ['a', 'e0'],
    ['b', 'e1'],
  ]);
});

test('whoever gets more by another clause of the group does not fall', () => {
  const source = policyWith(
    [
      clauseWith({ id: 'a', group: 'g', when: ['等级 >= 5'], pay: '4万元' }),
      clauseWith({ id: 'b', group: 'g', when: ['仍在库'], pay: '9万元' }),
    ],
    { groups: [{ id: 'g', name: '组', place: '一', rule: 'highest' }] },
  );
  expect(cliffsOf(compiled(source), { permille: 0, least: 1 }, [rowOf({ level: 5, listed: 1 })])).toEqual([]);
  expect(cliffsOf(compiled(source), { permille: 0, least: 1 }, [rowOf({ level: 5, listed: 0 })])).toHaveLength(1);
});

const leaves = (check: Check): Check[] =>
  check.parts.length > 0
    ? check.parts.flatMap(leaves)
    : check.condition.op === 'compare' && !['=', '!='].includes(check.condition.order)
      ? [check]
      : [];

/** By trying every value near it, one after the other. */
function bruteForce(policy: CompiledPolicy, row: readonly number[], reach: (now: number) => number) {
  const found = new Set<string>();
  const all = [...policy.clauses.map(({ check }) => check), ...(policy.excluded === null ? [] : [policy.excluded])];
  for (const { words, condition } of all.flatMap(leaves))
    for (const [fact, described] of randomFacts.facts.entries()) {
      const now = row[fact] ?? Number.NaN;
      if (described.type !== 'number' || Number.isNaN(now)) continue;
      const at = (value: number) => row.map((each, which) => (which === fact ? value : each));
      const judge = judgeOf(condition);
      const before = judge(at(now));
      for (const towards of [-1, 1])
        for (let step = 1; step <= reach(now); step += 1) {
          const value = now + towards * step;
          if (value < described.low || value > described.high || before === 1) break;
          if (judge(at(value)) + before !== 2) continue;
          const totals = [at(value - towards), at(value)].map((facts) => evaluate(policy, facts).total);
          const [here = 0, there = 0] = totals;
          if (here !== there) found.add(`${words} ${described.id} ${value} ${here} ${there}`);
          break;
        }
    }
  return [...found].toSorted();
}

test.each([
  ['one step', 0, 0],
  ['a tenth of small figures', 100, 400],
])('finds what trying every value finds: %s', (_name, permille, most) => {
  let found = 0;
  for (let seed = 900; seed < 1000; seed += 1) {
    const dice = diceOf(seed);
    const source = randomPolicy(dice);
    const { policy } = compilePolicy(source, randomFacts, { hash: 'h', on: '2025-12-31' });
    if (policy === null) continue;
    const excluding = policy.excluded === null ? [] : [policy.excluded];
    for (let which = 0; which < 5; which += 1) {
      const row = randomRow(dice).map((value) => value ?? Number.NaN);
      if (most > 0) for (const [fact, value] of row.entries()) row[fact] = value > most ? dice(most) : value;
      const cliffs = cliffsOf(policy, { permille, least: 1 }, [row]);
      // Steps within amounts are looked for too; they have no words of their own to be tried by.
      const spoken = new Set(
        [...policy.clauses.map(({ check }) => check), ...excluding].flatMap(leaves).map(({ words }) => words),
      );
      const mine = cliffs
        .filter(({ words }) => spoken.has(words))
        .flatMap(({ words, fact, falling, rising }) =>
          [...falling.most, ...rising.most].map(({ edge, here, there }) => `${words} ${fact} ${edge} ${here} ${there}`),
        );
      const reach = (now: number): number => Math.max(1, Math.floor((Math.abs(now) * permille) / 1000));
      expect({ seed, which, cliffs: [...new Set(mine)].toSorted() }).toEqual({
        seed,
        which,
        cliffs: bruteForce(policy, row, reach),
      });
      found += mine.length;
    }
  }
  expect(found).toBeGreaterThan(20);
});
