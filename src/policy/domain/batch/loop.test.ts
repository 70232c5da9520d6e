import { expect, test } from 'vitest';
import { evaluator } from '../evaluate/evaluate.ts';
import { type CompiledPolicy, compilePolicy } from '../index.ts';
import { bigEvaluate } from '../testing/big-evaluate.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { randomRow as anyRow, diceOf, randomFacts, randomOverlaps, randomPolicy } from '../testing/random.ts';
import { type Column, type ColumnShape, columnOf, formOf, missingIn } from './columns.ts';
import { loopSource, NONE, UNKNOWN } from './loop-source.ts';
import { batchProgram } from './program.ts';
import { batchRun, resultsOf } from './run-loop.ts';

const on = '2025-12-31';

/** Within the bounds of each fact, which readers of files keep. */
const randomRow = (dice: (most: number) => number): (number | null)[] =>
  anyRow(dice).map((value, at) => {
    const fact = randomFacts.at(at);
    return value === null || fact.type !== 'number' ? value : Math.min(fact.high, Math.max(fact.low, value));
  });

function compiled(seed: number, id: string, make = randomPolicy): CompiledPolicy | null {
  return compilePolicy(make(diceOf(seed), id), randomFacts, { hash: 'sha256:0', on }).policy;
}

/** Rows as columns; what every row has is full. */
function columnsOf(rows: readonly (readonly (number | null)[])[]) {
  const shapes: ColumnShape[] = [];
  const columns: Column[] = randomFacts.facts.map((fact, number) => {
    const form = formOf(fact);
    const column = columnOf(form, rows.length);
    const values = rows.map((row) => row[number] ?? null);
    for (const [at, value] of values.entries()) column[at] = value ?? missingIn[form];
    shapes[number] = { form, mayMiss: values.includes(null) };
    return column;
  });
  return { columns, shapes };
}

function decided(policies: readonly CompiledPolicy[], rows: readonly (readonly (number | null)[])[]) {
  const program = batchProgram(policies);
  const { columns, shapes } = columnsOf(rows);
  const results = resultsOf(program, rows.length);
  batchRun(program, shapes)(columns, results, 0, rows.length);
  return { program, results, shapes };
}

/** A row without missing facts, so that columns are full. */
const fullRow = (dice: (most: number) => number): number[] => {
  const rows = Array.from({ length: 8 }, () => randomRow(dice));
  return randomFacts.facts.map((_, fact) => rows.map((row) => row[fact] ?? null).find((value) => value !== null) ?? 0);
};

test.each([
  ['full columns', 1, fullRow, randomPolicy],
  ['missing facts', 2, randomRow, randomPolicy],
  [
    'some columns full',
    3,
    (dice: (most: number) => number) => fullRow(dice).map((v, at) => (at % 3 === 0 && dice(3) === 0 ? null : v)),
    randomPolicy,
  ],
  ['full columns, groups overlapping', 4, fullRow, randomOverlaps],
  ['missing facts, groups overlapping', 5, randomRow, randomOverlaps],
] as const)('random policies over %s: the loop, big integers and the single evaluation agree', (_, salt, row, make) => {
  const policies = Array.from({ length: 240 }, (_, seed) => compiled(seed * 7 + salt, `p${seed}`, make)).filter(
    (p) => p !== null,
  );
  expect(policies.length).toBeGreaterThan(150);
  expect(policies.some(({ joints }) => joints.some(({ choices }) => choices.length > 2))).toBe(make === randomOverlaps);
  const seen = new Set<string>();
  for (let from = 0; from < policies.length; from += 6) {
    const some = policies.slice(from, from + 6);
    const dice = diceOf(from + salt);
    const rows = Array.from({ length: 80 }, () => row(dice));
    const { program, results } = decided(some, rows);
    for (const [at, facts] of rows.entries()) {
      const own = program.slots.map((slot, s) => [
        slot.policy,
        slot.group,
        results.winners[s]?.[at] as number,
        results.awards[s]?.[at] as number,
      ]);
      const wanted = some.flatMap((policy, p) =>
        bigEvaluate(policy, facts).slots.map(({ group, winner, award }) => [p, group, winner, award]),
      );
      expect(own).toEqual(wanted);
      for (const [p, policy] of some.entries()) {
        const single = evaluator(policy)(facts.map((fact) => fact ?? Number.NaN));
        expect(results.excluded[p]?.[at]).toBe({ no: 0, unknown: 1, yes: 2 }[single.excluded]);
        const paid = single.groups.map((group, g) => [policy.groups[g]?.id, group.paid, group.amount]);
        const mine = policy.groups.map(({ id }) => {
          const won = own.filter(([q, group, winner]) => q === p && group === id && (winner as number) >= 0);
          return [id, won.map((each) => each[2]), won.reduce((sum, each) => sum + (each[3] as number), 0)];
        });
        expect(mine).toEqual(paid);
      }
      for (const each of own) seen.add((each[2] as number) === NONE ? 'no' : each[2] === UNKNOWN ? 'unknown' : 'yes');
    }
  }
  expect([...seen].toSorted()).toEqual(['no', 'unknown', 'yes']);
});

test('a text holds numbers, operators and fixed words, whatever a pack calls its things', () => {
  const evil = "');process.exit();//";
  const clause = clauseWith({
    id: evil,
    title: evil,
    when: ['营业收入 > 3万元', '产业链 = 纺织'],
    pay: '费用 × 3%',
    group: evil,
  });
  const source = policyWith([clause], { id: evil, groups: [{ id: evil, name: evil, place: '', rule: 'highest' }] });
  const { policy } = compilePolicy(source, randomFacts, { hash: '', on });
  expect(policy).not.toBeNull();
  const policies = Array.from({ length: 60 }, (_, seed) => compiled(seed, evil)).filter((p) => p !== null);
  const allowed =
    /^(?:"use strict"|const|let|for|if|else|true|false|NaN|Math\.(?:min|max|floor)|from|to|[CWAX]|[cwafvtxru]\d+|[ieghmru]|\d+(?:\.\d+)?(?:e\+\d+)?|[-+*/<>=!?:&|()[\]{};, ])+$/u;
  for (const each of [policy as CompiledPolicy, ...policies])
    for (const mayMiss of [true, false])
      for (const { text } of loopSource(
        batchProgram([each]),
        randomFacts.facts.map((fact) => ({ form: formOf(fact), mayMiss })),
      ))
        expect(text).toMatch(allowed);
});

test('many clauses become several loops, each short enough for machine code', () => {
  const policies = Array.from({ length: 60 }, (_, seed) => compiled(seed, `p${seed}`)).filter((p) => p !== null);
  const dice = diceOf(5);
  const { program, shapes } = decided(
    policies,
    Array.from({ length: 4 }, () => randomRow(dice)),
  );
  const parts = loopSource(program, shapes);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(({ slots }) => slots)).toEqual(program.slots.map((_, at) => at));
});
