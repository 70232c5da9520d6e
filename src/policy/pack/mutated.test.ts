import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { say } from '../../../platform/messages/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Dice, diceOf } from '../domain/testing/random.ts';
import { policyPack } from '../pack.ts';
import { loadTexts, toyText } from './testing/toy.ts';

/** A pack with something wrong about it, made by dice: whatever it is, it loads or is refused in words. */

type Branch = Record<string, unknown>;
const right = parse(
  toyText(
    {
      parameters: '[{id: border, name: 门槛, values: [{value: 5000万元}, {from: "2026-06-01", value: 6000万元}]}]',
      exclude: '[{when: listed, words: 已上市}]',
      scope: '[chain = textile]',
      groups: '[{id: titles, name: 称号, place: 一, rule: highest}]',
      budgets: '[{id: b, name: 盘子, place: 一, amount: 5万元, covers: [titles], rule: priority, by: staff}]',
      examplesAbout: '{chain: textile, listed: 0}',
    },
    {
      when: '[revenue > 门槛, {any: [staff >= 5人, {not: 增幅 < 0%}]}]',
      pay: '{highest: [10万元, {tiers: {of: staff, steps: [{when: ">=", border: 100人, pay: 20万元}]}}, {rate: 1%, of: revenue}]}',
      cap: '20万元',
      group: 'titles',
      examples:
        '[{title: 刚过, facts: {revenue: 5000.0001, staff: 5}, pays: 200000}, {title: 正好, facts: {revenue: 5000, staff: 5}, pays: 0}]',
    },
  ),
) as Branch;

const values: readonly unknown[] = [
  ...[null, 0, -1, 1.5, 1e300, '', [], {}, true, 'x'.repeat(2000), [[]], ['x'], '2025-02-30', { all: ['listed'] }],
  ...[
    { any: [] },
    { rate: '1', of: 'revenue' },
    { sum: ['revenue', 'revenue'] },
    { tiers: { of: 'revenue', steps: [] } },
  ],
];
const pieces = [
  ...[
    '-',
    '(',
    ')',
    '0',
    '%',
    '万元',
    '人',
    '>=',
    ' 且 ',
    ' 或 ',
    '非 ',
    '最小(',
    ' / 0',
    ' / revenue',
    'chain',
    '年度',
  ],
  ...['__proto__', 'constructor', '\u0000', '\u202e', '\n', '`', '9'.repeat(20)],
];
const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T;

function placesOf(value: unknown, found: { readonly at: Branch; readonly key: string }[] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    found.push({ at: value as Branch, key });
    placesOf(inner, found);
  }
  return found;
}

function mutate(policy: Branch, dice: Dice): void {
  const places = placesOf(policy);
  const { at, key } = pick(dice, places);
  const old = at[key];
  switch (dice(5)) {
    case 0:
      delete at[key];
      return;
    case 1:
      at[key] = structuredClone(pick(dice, values));
      return;
    case 2: {
      const other = pick(dice, places);
      at[key] = structuredClone(other.at[other.key]);
      return;
    }
    case 3:
      if (Array.isArray(at)) at.push(structuredClone(old));
      return;
    default: {
      if (typeof old === 'number') at[key] = pick(dice, [old + 1, -old, old * 1e9, old / 3, 2 ** 53]);
      if (typeof old !== 'string') return;
      const from = dice(old.length + 1);
      at[key] = `${old.slice(0, from)}${pick(dice, pieces)}${old.slice(from + dice(4))}`;
    }
  }
}

test('whatever is wrong with a pack is refused in words, and nothing else happens', () => {
  expect(loadTexts(stringify(right)).of(policyPack)).toHaveLength(1);
  const dice = diceOf(20_260_101);
  const codes = new Set<string>();
  for (let round = 0; round < 120; round += 1) {
    const mutated = structuredClone(right);
    for (let times = 1 + dice(2); times > 0; times -= 1) mutate(mutated, dice);
    const text = stringify(mutated, { aliasDuplicateObjects: false });
    try {
      loadTexts(text);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw new Error(`round ${round}`, { cause: error });
      expect(error.refusals.length).toBeGreaterThan(0);
      for (const refusal of error.refusals) {
        codes.add(refusal.code);
        expect(say(refusal)).not.toMatch(/undefined|NaN|\[object/u);
      }
    }
  }
  // The dice reach the schema, the formulas and the examples.
  expect([...codes]).toEqual(expect.arrayContaining(['pack-shape', 'policy-unknown-name', 'policy-example-wrong']));
});
