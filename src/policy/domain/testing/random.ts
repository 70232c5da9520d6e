import { type Fact, FactTable } from '../check/facts.ts';
import { plain } from '../check/units.ts';
import type { ClauseSource, ConditionSource, PaySource, PolicySource } from '../source.ts';

/** Random policies and facts for tests: the same for the same seed. */

export type Dice = (most: number) => number;

/** A small generator (mulberry32); gives whole numbers from 0 to `most - 1`. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % most) | 0;
  };
}

const pick = <T>(dice: Dice, list: readonly T[]): T => {
  const found = list[dice(list.length)];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};

const money = (id: string, name: string): Fact => ({
  ...{ id, name, from: '申报', type: 'number', written: '万元', unit: { 元: 1 } },
  ...{ perUnit: 1, scale: 10_000, decimals: 4, low: 0, high: 1_000_000_000_000 },
});
const count = (id: string, name: string, unit: string, high: number): Fact => ({
  ...{ id, name, from: '申报', type: 'number', written: unit, unit: { [unit]: 1 } },
  ...{ perUnit: 1, scale: 1, decimals: 0, low: 0, high },
});
const share = (id: string, name: string): Fact => ({
  ...{ id, name, from: '申报', type: 'number', written: '%', unit: plain },
  ...{ perUnit: 10_000, scale: 100, decimals: 2, low: -1_000_000, high: 1_000_000 },
});
const flag = (id: string, name: string): Fact => ({ id, name, from: '名单', type: 'flag' });

export const randomFacts = new FactTable([
  money('revenue', '营业收入'),
  money('revenue_max', '历年最高营业收入'),
  money('fee', '费用'),
  money('paid', '已享受金额'),
  share('growth', '增幅'),
  share('city_growth', '全市增幅'),
  count('booths', '展位数', '个', 50),
  count('people', '人数', '人', 100),
  count('level', '等级', '级', 10),
  count('since', '首次升规年份', '年', 9999),
  flag('listed', '仍在库'),
  flag('dishonest', '失信'),
  {
    ...{ id: 'chain', name: '产业链', from: '名单', type: 'choice' },
    options: [
      { id: 'textile', name: '纺织' },
      { id: 'food', name: '食品' },
      { id: 'metal', name: '冶金' },
    ],
  },
]);

/** Stored values; about one in eight is missing, many lie on the borders that policies use. */
export function randomRow(dice: Dice): (number | null)[] {
  return randomFacts.facts
    .map((fact) => {
      if (dice(8) === 0) return null;
      if (fact.type === 'flag') return dice(2);
      if (fact.type === 'choice') return dice(fact.options.length);
      if (fact.id === 'since') return 2020 + dice(8);
      if (fact.written === '万元')
        return pick(dice, borders) * 10_000 + (dice(3) - 1) * dice(2) + dice(4) * dice(20_000);
      if (fact.written === '%') return dice(40) * 50 - 500 + dice(3);
      return dice(Math.min(fact.high, 12) + 1);
    })
    .map((value) => (value === null ? null : Math.max(value, -500)));
}

const borders = [0, 1, 7, 20, 100, 333, 5000, 500_000, 1_000_000];
const comparisons = ['=', '!=', '<', '<=', '>', '>='];

function moneyFormula(dice: Dice, deep: number): string {
  if (deep === 0 || dice(3) === 0)
    return pick(dice, ['营业收入', 'fee', '费用', `${pick(dice, borders)}万元`, `${dice(50)}.${dice(9)}亿元`, '门槛']);
  const inner = () => moneyFormula(dice, deep - 1);
  return pick(dice, [
    () => `(${inner()} + ${inner()})`,
    () => `(${inner()} - ${inner()})`,
    () => `最小(${inner()}, ${inner()})`,
    () => `max(${inner()}, ${inner()})`,
    () => `${inner()} * ${dice(100)}%`,
    () => `(${inner()} ÷ ${1 + dice(9)})`,
  ])();
}

function comparison(dice: Dice): string {
  const op = pick(dice, comparisons);
  return pick(dice, [
    () => `${moneyFormula(dice, 2)} ${op} ${moneyFormula(dice, 1)}`,
    () => `增幅 ${op} 全市增幅`,
    () => `growth ${op} ${dice(12)}.${dice(10)}%`,
    () => `展位数 ${op} ${dice(5)}个`,
    () => `等级 ${op} ${dice(8)}`,
    () => `首次升规年份 ${op} 年度 - ${dice(3)}年`,
    () => `费用 ÷ 人数 ${op} ${dice(100)}万元/人`,
    () => pick(dice, ['仍在库', '仍在库 = 0', 'listed = 1', '非 失信']),
    () => `产业链 ${pick(dice, ['=', '!='])} ${pick(dice, ['纺织', 'food', '冶金'])}`,
  ])();
}

function condition(dice: Dice, deep: number): ConditionSource {
  if (deep === 0 || dice(2) === 0)
    return dice(4) === 0 ? `${comparison(dice)} ${pick(dice, ['且', '或'])} (${comparison(dice)})` : comparison(dice);
  const list = () => Array.from({ length: 1 + dice(3) }, () => condition(dice, deep - 1));
  return pick<() => ConditionSource>(dice, [
    () => ({ all: list() }),
    () => ({ any: list() }),
    () => ({ not: condition(dice, deep - 1) }),
    () => ({ 'first-over': { value: '营业收入', before: '历年最高营业收入', over: `${pick(dice, borders)}万元` } }),
    () => ({ 'still-held': { since: '首次升规年份', in: `年度 - ${dice(3)}年`, now: '仍在库' } }),
  ])();
}

function pay(dice: Dice, deep: number): PaySource {
  const money = () => `${1 + dice(90)}万元`;
  const simple: readonly (() => PaySource)[] = [
    money,
    () => moneyFormula(dice, 2),
    () => ({ rate: `${1 + dice(99)}.${dice(9)}%`, of: moneyFormula(dice, 1), most: dice(2) === 0 ? null : money() }),
    () => ({ each: `${1 + dice(9)}.${dice(9)}万元/个`, count: '展位数', most: dice(2) === 0 ? null : `${dice(4)}个` }),
    () => ({ rate: '70%', of: '费用 * 最小(人数, 2人/个 * 展位数, 4人) / 人数', most: null }),
    () => ({
      tiers: {
        of: '等级',
        steps: [
          { when: '>=', border: '6级', pay: money() },
          { when: pick(dice, ['=', '<', '>', '<='] as const), border: `${dice(6)}级`, pay: moneyFormula(dice, 1) },
        ],
      },
    }),
  ];
  if (deep === 0 || dice(3) > 0) return pick(dice, simple)();
  const parts = [pay(dice, 0), money()];
  return dice(2) === 0 ? { highest: parts } : { sum: parts };
}

function clause(dice: Dice, at: number): ClauseSource {
  return {
    ...{ id: `c${at}`, title: `条款${at}`, place: '一', for: '企业', scope: [], evidence: [], open: [], examples: [] },
    when: Array.from({ length: dice(3) }, () => condition(dice, 2)),
    pay: pay(dice, 1),
    cap: dice(3) === 0 ? `${1 + dice(200)}万元` : null,
    floor: dice(4) === 0 ? `${dice(20)}万元` : null,
    limits: dice(4) === 0 ? [{ name: '三年', most: `${dice(100)}万元`, paid: '已享受金额' }] : [],
    round: {
      to: pick(dice, ['元', '百元', '千元', '万元'] as const),
      mode: pick(dice, ['half-up', 'down', 'up'] as const),
    },
    payers: [
      { payer: '市级', percent: 33.3333 },
      { payer: '县级', percent: 66.6667 },
    ],
    rest: '县级',
    group: dice(2) === 0 ? pick(dice, ['g0', 'g1']) : null,
    alsoIn: [],
    window: null,
  };
}

/** A policy of up to eight clauses over `randomFacts`. */
export function randomPolicy(dice: Dice, id = 'random'): PolicySource {
  const clauses = Array.from({ length: 2 + dice(7) }, (_, at) => clause(dice, at));
  const used = [...new Set(clauses.flatMap(({ group }) => group ?? []))].toSorted();
  return {
    ...{ id, title: '随机政策', docNumber: null, issuer: '测试', plan: null, level: '市' },
    ...{ validFrom: null, validTo: null, eventYear: null, clauses },
    budgets: [],
    parameters: [{ id: 'border', name: '门槛', reason: null, values: [{ from: null, value: `${dice(900)}万元` }] }],
    exclude: dice(2) === 0 ? [] : [{ when: '失信', words: '失信企业', place: null }],
    scope: dice(3) === 0 ? [condition(dice, 1)] : [],
    groups: used.map((each, at) => ({ id: each, name: each, place: '一', rule: at === 0 ? 'highest' : 'all' })),
  };
}

/** The same with groups that overlap: of each only the highest counts. */
export function randomOverlaps(dice: Dice, id = 'random'): PolicySource {
  const policy = randomPolicy(dice, id);
  const names = ['h0', 'h1', 'h2', 'h3'];
  const clauses = policy.clauses.map((each) => {
    if (each.group !== null || dice(5) === 0) return each;
    const [group = null, ...alsoIn] = names.filter(() => dice(3) === 0);
    return { ...each, group, alsoIn };
  });
  const used = new Set(clauses.flatMap(({ group, alsoIn }) => [group, ...alsoIn]));
  const overlapping = names.filter((name) => used.has(name));
  const groups = overlapping.map((each) => ({ id: each, name: each, place: '一', rule: 'highest' as const }));
  return { ...policy, clauses, groups: [...policy.groups, ...groups] };
}
