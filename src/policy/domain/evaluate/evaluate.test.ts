import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../check/compile.ts';
import { Oracle } from '../testing/oracle.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy, randomRow } from '../testing/random.ts';
import { sharesOf } from './award.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';

const on = '2025-12-31';

describe('random policies over random facts', () => {
  test('every clause pays what its text says in exact fractions, or cannot be told for the same reason', () => {
    let [compiled, yes, unknown] = [0, 0, 0];
    for (let seed = 1; seed <= 250; seed += 1) {
      const dice = diceOf(seed);
      const source = randomPolicy(dice);
      const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'sha256:0', on });
      // Some random formulas are too great or divide too early; refusing them is right, and seen elsewhere.
      const codes = faults.map(({ code }) => code);
      expect(codes.filter((code) => code !== 'policy-too-great' && code !== 'policy-divide-last')).toEqual([]);
      if (policy === null) continue;
      compiled += 1;
      const oracle = new Oracle(source, randomFacts, on);
      for (let row = 0; row < 60; row += 1) {
        const facts = randomRow(dice);
        const outcome = evaluate(policy, facts);
        const wanted = source.clauses.map((clause) => oracle.clause(clause, facts));
        expect({ seed, row, facts, clauses: outcome.clauses }).toEqual({ seed, row, facts, clauses: wanted });
        const excluded = oracle.excluded(facts);
        expect(outcome.excluded).toBe(excluded === undefined ? 'unknown' : excluded ? 'yes' : 'no');
        expect(explain(policy, facts).clauses.map(({ state, amount }) => ({ state, amount }))).toEqual(wanted);
        yes += wanted.filter(({ state }) => state === 'yes').length;
        unknown += wanted.filter(({ state }) => state === 'unknown').length;
      }
    }
    // Most are tried, and each answer comes up often.
    expect(compiled).toBeGreaterThan(150);
    expect(yes).toBeGreaterThan(5000);
    expect(unknown).toBeGreaterThan(5000);
  });

  test('an unknown answer names facts, and knowing them all settles it', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const dice = diceOf(seed);
      const { policy } = compilePolicy(randomPolicy(dice), randomFacts, { hash: 'sha256:0', on });
      if (policy === null) continue;
      for (let row = 0; row < 20; row += 1) {
        const facts = randomRow(dice);
        for (const [at, { state, missing }] of explain(policy, facts).clauses.entries()) {
          if (state !== 'unknown') continue;
          const divides =
            policy.clauses[at]?.amount.by !== null ||
            JSON.stringify(policy.clauses[at]?.check).includes('"divisors":[{');
          if (!divides) expect(missing.length).toBeGreaterThan(0);
          for (const fact of missing) expect(facts[randomFacts.numberOf(fact) ?? -1]).toBeNull();
        }
      }
    }
  });

  test('the same facts give the same bytes', () => {
    const { policy } = compilePolicy(randomPolicy(diceOf(5)), randomFacts, { hash: 'sha256:5', on });
    const facts = randomRow(diceOf(6));
    expect(policy).not.toBeNull();
    if (policy !== null)
      expect(JSON.stringify(explain(policy, facts))).toBe(JSON.stringify(explain(policy, [...facts])));
  });
});

test('payers share to the yuan, and what is left goes to one', () => {
  const half = (payer: string, rest: boolean) => ({ payer, millionths: 500_000, rest });
  expect(sharesOf(40_001, [half('市级', true), half('县级', false)])).toEqual([20_001, 20_000]);
  const third = (payer: string, rest: boolean) => ({ payer, millionths: 333_333, rest });
  expect(
    sharesOf(100, [third('甲', false), third('乙', false), { ...third('丙', true), millionths: 333_334 }]),
  ).toEqual([33, 33, 34]);
});

test('a share is shown in percent, and alternatives as such', () => {
  const clause = clauseWith({ when: [{ any: ['增幅 >= 7%', '仍在库'] }] });
  const { policy } = compilePolicy(policyWith([clause]), randomFacts, { hash: '', on });
  const number = randomFacts.numberOf('增幅') ?? -1;
  const growth = randomFacts.at(number);
  if (policy === null || growth.type !== 'number') throw new Error('not compiled');
  const known = randomFacts.facts.map((_, at) => (at === number ? (7 * growth.perUnit) / 100 : null));
  const because = explain(policy, known).clauses[0]?.because;
  expect(because?.kind).toBe('any');
  expect(because?.parts[0]?.sides).toEqual({ left: 7, right: 7, unit: '%' });
});
