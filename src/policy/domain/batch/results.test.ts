import { expect, test } from 'vitest';
import { type CompiledPolicy, compilePolicy } from '../index.ts';
import { bigEvaluate } from '../testing/big-evaluate.ts';
import { clauseWith, policyWith } from '../testing/policies.ts';
import { diceOf, randomFacts, randomPolicy, randomRow } from '../testing/random.ts';
import { AwardText, payersOf } from './award-text.ts';
import { columnOf, formOf, missingIn } from './columns.ts';
import { batchProgram } from './program.ts';
import { batchRun, resultsOf } from './run-loop.ts';
import { mergeSummaries, type Sums, summaryJson, summaryOfAsked } from './summary.ts';
import { type Divisions, summarize } from './tally.ts';

type Row = readonly (number | null)[];

/** Within the bounds of each fact, which readers of files keep. */
const rowOf = (dice: (most: number) => number): Row =>
  randomRow(dice).map((value, at) => {
    const fact = randomFacts.at(at);
    return value === null || fact.type !== 'number' ? value : Math.min(fact.high, Math.max(fact.low, value));
  });

function policiesOf(count: number, salt: number): CompiledPolicy[] {
  const made: CompiledPolicy[] = [];
  for (let seed = salt; made.length < count; seed++) {
    const { policy } = compilePolicy(randomPolicy(diceOf(seed), `p${seed}`), randomFacts, {
      hash: 'h',
      on: '2025-12-31',
    });
    if (policy !== null) made.push(policy);
  }
  return made;
}

function decided(policies: readonly CompiledPolicy[], rows: readonly Row[]) {
  const program = batchProgram(policies);
  const shapes = randomFacts.facts.map((fact) => ({ form: formOf(fact), mayMiss: true }));
  const columns = shapes.map(({ form }, fact) => {
    const column = columnOf(form, rows.length);
    for (const [at, row] of rows.entries()) column[at] = row[fact] ?? missingIn[form];
    return column;
  });
  const results = resultsOf(program, rows.length);
  batchRun(program, shapes)(columns, results, 0, rows.length);
  const chain = randomFacts.numberOf('chain') ?? -1;
  const divisions: Divisions = {
    region: { codes: Int32Array.from(rows, (_, at) => at % 3), words: ['990101', '990102', '990103'], empty: 0 },
    chain: { codes: columns[chain] as Int8Array, words: ['textile', 'food', 'metal', '未填'], empty: 3 },
    city: null,
  };
  return { program, results, divisions };
}

/** What everybody gets, in big integers, one line an award. */
function awardsOf(policies: readonly CompiledPolicy[], rows: readonly Row[]) {
  return rows.flatMap((row, at) =>
    policies.flatMap((policy) =>
      bigEvaluate(policy, row).slots.flatMap(({ group, winner, award }) => {
        const clause = policy.clauses[winner];
        if (clause === undefined) return [];
        const shares = new Map<string, bigint>();
        let left = BigInt(award);
        for (const { payer, millionths } of clause.payers) {
          const share = (BigInt(award) * BigInt(millionths)) / 1_000_000n;
          left -= share;
          shares.set(payer, (shares.get(payer) ?? 0n) + share);
        }
        const rest = clause.payers.find((payer) => payer.rest)?.payer ?? '';
        shares.set(rest, (shares.get(rest) ?? 0n) + left);
        return [{ at, row, policy: policy.id, clause: clause.id, group, award: BigInt(award), shares }];
      }),
    ),
  );
}
type Award = ReturnType<typeof awardsOf>[number];

function sums(awards: readonly Award[], keys: (award: Award) => readonly (readonly [string, bigint])[]): Sums {
  const found = new Map<string, { count: number; total: bigint }>();
  for (const award of awards)
    for (const [key, amount] of keys(award)) {
      const before = found.get(key) ?? { count: 0, total: 0n };
      found.set(key, { count: before.count + 1, total: before.total + amount });
    }
  return found;
}

const paid = (all: Sums): object => Object.fromEntries([...all].filter(([, { count }]) => count > 0).toSorted());

/** Ids of several lengths, some with signs of three bytes. */
const ids = (count: number) => {
  const texts = Array.from({ length: count }, (_, at) => `${'企'.repeat(at % 4)}E${at * 37}`);
  const bytes = Buffer.from(texts.join(';'));
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  let place = 0;
  for (const [at, text] of texts.entries()) {
    from[at] = place;
    place += Buffer.byteLength(text);
    to[at] = place;
    place += 1;
  }
  return { texts, ids: { bytes, from, to } };
};

const clauses = policiesOf(12, 700);

test('every award is a line, and every sum is that of the lines, also with more slots than 32', () => {
  const dice = diceOf(77);
  const rows = Array.from({ length: 901 }, () => rowOf(dice));
  const { program, results, divisions } = decided(clauses, rows);
  expect(program.slots.length).toBeGreaterThan(40);
  const wanted = awardsOf(clauses, rows);
  expect(wanted.length).toBeGreaterThan(500);
  const { texts, ids: places } = ids(rows.length);
  const payers = payersOf(program);
  const lines = wanted.map(({ at, policy, clause, group, award, shares }) => {
    const columns = payers.map((payer) => String(shares.get(payer) ?? 0n));
    return `${[texts[at], `${policy}/${clause}`, `${policy}/${group}`, award, ...columns].join(',')}\n`;
  });
  const text = new AwardText(program);
  expect(Buffer.from(text.write(results, places, 0, rows.length)).toString()).toBe(lines.join(''));
  const some = wanted.flatMap(({ at }, line) => (at >= 333 && at < 602 ? [lines[line]] : []));
  expect(Buffer.from(text.write(results, places, 333, 602)).toString()).toBe(some.join(''));

  const summary = summarize(program, results, divisions, 0, rows.length);
  const chainOf = ({ row }: Award) =>
    ['textile', 'food', 'metal'][row[randomFacts.numberOf('chain') ?? -1] ?? 3] ?? '未填';
  expect(paid(summary.groups)).toEqual(paid(sums(wanted, (a) => [[`${a.policy}/${a.group}`, a.award]])));
  expect(paid(summary.clauses)).toEqual(paid(sums(wanted, (a) => [[`${a.policy}/${a.clause}`, a.award]])));
  expect(paid(summary.payers)).toEqual(paid(sums(wanted, (a) => [...a.shares].filter(([, share]) => share > 0n))));
  expect(paid(summary.byRegion)).toEqual(paid(sums(wanted, (a) => [[`99010${(a.at % 3) + 1}`, a.award]])));
  expect(paid(summary.byChain)).toEqual(paid(sums(wanted, (a) => [[chainOf(a), a.award]])));
  expect([...summary.byCity]).toEqual([]);
  const outcomes = rows.map((row) => clauses.map((policy) => bigEvaluate(policy, row)));
  expect(summary.excluded).toBe(outcomes.filter((all) => all.some(({ excluded }) => excluded === true)).length);
  const isOpen = ({ slots }: ReturnType<typeof bigEvaluate>) => slots.some(({ winner }) => winner === -2);
  expect(summary.unknown).toBe(outcomes.filter((all) => all.some(isOpen)).length);
});

test('parts of any size add up to the whole', () => {
  const dice = diceOf(78);
  const rows = Array.from({ length: 500 }, () => rowOf(dice));
  const { program, results, divisions } = decided(clauses, rows);
  const whole = mergeSummaries([summarize(program, results, divisions, 0, 500)]);
  for (const cuts of [[1, 2, 499], [250], [3, 64, 65, 333], [0, 500]]) {
    const borders = [0, ...cuts, 500];
    const parts = cuts.concat(500).map((to, at) => summarize(program, results, divisions, borders[at] ?? 0, to));
    expect(summaryJson(mergeSummaries(parts))).toBe(summaryJson(whole));
  }
});

test('sums beyond what a double holds stay exact', () => {
  const clause = clauseWith({
    pay: '费用',
    payers: [
      { payer: '市级', percent: 33.3333 },
      { payer: '省级', percent: 66.6667 },
    ],
  });
  const { policy } = compilePolicy(policyWith([clause]), randomFacts, { hash: 'h', on: '2025-12-31' });
  if (policy === null) throw new Error('does not compile');
  const fee = randomFacts.numberOf('fee') ?? -1;
  const rows = Array.from(
    { length: 20_000 },
    (_, at): Row => randomFacts.facts.map((_, fact) => (fact === fee ? 999_999_999_999 - at * 7919 : null)),
  );
  const { program, results, divisions } = decided([policy], rows);
  const { groups, payers } = summarize(program, results, divisions, 0, rows.length);
  const wanted = awardsOf([policy], rows);
  const total = wanted.reduce((sum, { award }) => sum + award, 0n);
  expect(total).toBeGreaterThan(2n ** 53n);
  expect(groups.get('p/c')).toEqual({ count: 20_000, total });
  expect(paid(payers)).toEqual(paid(sums(wanted, ({ shares }) => [...shares])));
  expect(summaryJson(summaryOfAsked(summarize(program, results, divisions, 0, rows.length), program))).toContain(
    `"p/c": { "count": 20000, "total_yuan": ${total} }`,
  );
});
