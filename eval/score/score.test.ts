import { describe, expect, test } from 'vitest';
import type { ClauseItem, DocumentExtraction, IndicatorItem, TaskItem } from '../../src/document/index.ts';
import type { Gold, GoldIndicator } from '../gold.ts';
import { addUp, f1, type Part, scoreExtraction } from './index.ts';
import { pairUp } from './pairing.ts';
import { passageOf } from './passage.ts';
import { likeness, sameFigure, unitWord } from './wording.ts';

const TEXT = '到2027年，营业收入突破\n400亿元，规上企业\n达到85家以上。\n对新建厂房给予30万元奖励。';
const located = { path: [], confidence: 1, rejected: [], start: 0, end: 1 };

const indicator = (given: Partial<IndicatorItem>): IndicatorItem => ({
  ...located,
  ...{
    text: '',
    name: '营业收入',
    value: 400,
    value2: null,
    unit: '亿元',
    op: '>',
    year: 2027,
    mode: 'level',
    scope: null,
  },
  ...{ table: false, repeat: false, start: 7, end: 20 },
  ...given,
});
const task = (given: Partial<TaskItem>): TaskItem => ({
  ...located,
  ...{ no: '一/1', title: '扩大规模', text: '', lead: '市工信局', coLeads: [], units: ['市工信局', '市财政局'] },
  ...{ inheritedUnits: [], groups: [], deadlines: ['2025-06'], recurring: [] },
  ...given,
});
const clause = (given: Partial<ClauseItem>): ClauseItem => ({
  ...located,
  ...{
    text: '',
    subject: null,
    condition: null,
    kind: 'fixed',
    amount: 30,
    amountMin: null,
    amountMax: null,
    rate: null,
  },
  ...{ rateMin: null, rateMax: null, base: null, cap: null, floor: null, payer: null, matchedBy: null, per: null },
  ...{ series: null, windowFrom: null, windowTo: null, stacking: null, start: 36, end: 50 },
  ...given,
});
const document = (given: Partial<DocumentExtraction>): DocumentExtraction => ({
  ...{ start: 0, end: TEXT.length, title: '方案', docNumber: null, issuer: null, issuedOn: null, validFrom: null },
  ...{
    validTo: null,
    validityText: null,
    addressees: [],
    annexes: [],
    outline: [],
    indicators: [],
    tasks: [],
    clauses: [],
    tables: [],
  },
  ...given,
});
const gold = (given: Partial<Gold>): Gold => ({ doc: 'a.txt', lines: null, ...given });
const goldIndicator = (given: Partial<GoldIndicator>): GoldIndicator => ({
  ...{
    text: '营业收入突破400亿元',
    name: '营业收入',
    value: 400,
    value2: null,
    unit: '亿元',
    op: '>',
    year: 2027,
    mode: 'level',
  },
  ...given,
});
const score = (d: Partial<DocumentExtraction>, g: Partial<Gold>): Record<string, Part> =>
  Object.fromEntries(scoreExtraction(TEXT, [document(d)], gold(g)).map((part) => [part.name, part]));

describe('indicators', () => {
  test('right value, unit, year and place is a hit, across a line break too', () => {
    const parts = score({ indicators: [indicator({})] }, { indicators: [goldIndicator({})] });
    expect(parts.indicators).toMatchObject({ right: 1, given: 1, wanted: 1, faults: [] });
  });
  test.each([
    ['value', { value: 401 }],
    ['upper value', { value2: 500 }],
    ['unit', { unit: '万元' }],
    ['year', { year: 2026 }],
    ['place', { start: 22, end: 30 }],
  ])('a wrong %s is a miss and a false item', (_, wrong) => {
    const part = score({ indicators: [indicator(wrong)] }, { indicators: [goldIndicator({})] }).indicators;
    expect(part).toMatchObject({ right: 0, given: 1, wanted: 1 });
    expect(part?.faults).toHaveLength(2);
  });
  test('comparator, mode and name are judged over the hits only', () => {
    const parts = score(
      { indicators: [indicator({ op: '=', mode: 'growth', name: '利润' })] },
      { indicators: [goldIndicator({})] },
    );
    expect([parts.op, parts.mode, parts.name].map((p) => [p?.right, p?.wanted])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });
  test('optional and repeated ones count neither found nor missed, and do not take a counting match away', () => {
    const excused = [goldIndicator({ repeat: true }), goldIndicator({ optional: true })];
    expect(score({ indicators: [indicator({})] }, { indicators: excused }).indicators).toMatchObject({
      right: 0,
      given: 0,
      wanted: 0,
    });
    const counting = [...excused, goldIndicator({})];
    expect(score({ indicators: [indicator({})] }, { indicators: counting }).indicators).toMatchObject({
      right: 1,
      given: 1,
      wanted: 1,
    });
  });
  test('items outside the annotated lines are left out', () => {
    const outside = indicator({ start: 36, end: 40 });
    const part = score({ indicators: [indicator({}), outside] }, { lines: [1, 2], indicators: [goldIndicator({})] });
    expect(part.indicators).toMatchObject({ right: 1, given: 1 });
  });
});

describe('tasks', () => {
  const wanted = {
    no: '一/1',
    title: '扩大规模',
    units: ['市工信局', '市财政局'],
    lead: '市工信局',
    deadlines: ['2025-06'],
  };
  test('units, leads and deadlines are counted one by one', () => {
    const given = task({ units: ['市工信局', '市商务局'], lead: '市商务局', deadlines: ['2025-06', '2025-12'] });
    const parts = score({ tasks: [given] }, { tasks: [wanted] });
    expect(parts['task units']).toMatchObject({ right: 1, given: 2, wanted: 2 });
    expect(parts.leads).toMatchObject({ right: 0, wanted: 1 });
    expect(parts.deadlines).toMatchObject({ right: 1, given: 2, wanted: 1 });
  });
  test('a missed task costs its units and deadlines', () => {
    const parts = score({}, { tasks: [wanted] });
    expect(parts.tasks).toMatchObject({ right: 0, given: 0, wanted: 1 });
    expect(parts['task units']).toMatchObject({ right: 0, given: 0, wanted: 2 });
    expect(parts.deadlines).toMatchObject({ wanted: 1 });
  });
  test('inherited units may be given or left out; tasks without units are not judged', () => {
    const given = task({ units: ['市工信局', '市财政局', '各县区'] });
    const parts = score({ tasks: [given, task({ units: [] })] }, { tasks: [wanted], inheritedUnits: ['各县区'] });
    expect(parts['task units']).toMatchObject({ right: 2, given: 2, wanted: 2 });
    expect(parts.tasks).toMatchObject({ given: 1 });
  });
});

describe('clauses and heading', () => {
  const wanted = {
    text: '对新建厂房给予30万元奖励',
    kind: 'tiered',
    amount: 30,
    rate: null,
    cap: null,
    payer: '市财政',
  };
  test('amount, rate, cap and place make a hit; fixed passes for tiered', () => {
    const parts = score({ clauses: [clause({ payer: '市财政' })] }, { clauses: [wanted] });
    expect(parts.clauses).toMatchObject({ right: 1 });
    expect(parts.kind).toMatchObject({ right: 1 });
    expect(parts.payer).toMatchObject({ right: 1, wanted: 1 });
    expect(score({ clauses: [clause({ cap: 50 })] }, { clauses: [wanted] }).clauses).toMatchObject({ right: 0 });
  });
  test('the head is judged field by field where the gold says something', () => {
    expect(score({}, { title: '方案', issuer: '市政府' }).heading).toMatchObject({ right: 1, wanted: 2 });
  });
});

describe('the means', () => {
  test('pairs are one to one, the best first', () => {
    const { pairs, missed, extra } = pairUp(
      [1, 2],
      [{ v: 2 }, { v: 3 }] as { v: number; optional?: boolean }[],
      (g, w) => 10 - Math.abs(g - w.v) * 4,
    );
    expect(pairs.map(([g, w]) => [g, w.v])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect([missed, extra]).toEqual([[], []]);
  });
  test('a snippet is found without its white space, at all its places', () => {
    expect(passageOf('甲 乙\n甲乙', null).placesOf('甲乙')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ]);
    expect(passageOf('甲乙\n甲乙\n甲乙', [2, 2]).placesOf('甲 乙')).toEqual([{ start: 3, end: 5 }]);
    expect(passageOf('甲', null).placesOf('')).toEqual([]);
  });
  test('wording, figures and units', () => {
    expect(likeness('规上企业数', '规上企业')).toBe(1);
    expect(likeness('营业收入', '企业数')).toBe(0);
    expect(likeness('（市）', '市')).toBe(1);
    expect(sameFigure(0.1 + 0.2, 0.3)).toBe(true);
    expect(sameFigure(null, 0)).toBe(false);
    expect([unitWord('户'), unitWord('百分点'), unitWord('％')]).toEqual(['家', '%', '%']);
  });
  test('F1 is 0 when nothing wanted was found, 1 when nothing was wanted or given', () => {
    const part = (right: number, given: number, wanted: number): Part => ({
      name: 'x',
      right,
      given,
      wanted,
      faults: [],
    });
    expect(f1(part(0, 3, 3))).toBe(0);
    expect(f1(part(0, 0, 0))).toBe(1);
    expect(f1(part(1, 1, 3))).toBeCloseTo(0.5);
    expect(addUp([part(1, 1, 3), part(2, 2, 2)])).toMatchObject([{ right: 3, given: 3, wanted: 5 }]);
  });
});
