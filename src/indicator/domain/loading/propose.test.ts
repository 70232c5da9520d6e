import { describe, expect, test } from 'vitest';
import type { Definition } from '../definition.ts';
import { compare } from './compare.ts';
import { type Decisions, type Line, noDecisions } from './model.ts';
import type { PlaceRegister } from './places.ts';
import { type ProposalWorld, propose } from './propose.ts';
import { partsOfWholes } from './tree.ts';

const revenue: Definition = {
  ...{ id: 'revenue', name: '营业收入', unit: '万元', decimals: 2, of: { kind: 'sum' }, measures: 'cumulative' },
  ...{ direction: 'up', frequency: 'month', bases: [], source: null, low: null, high: null },
};
const place = (id: string, name: string, regionId: string | null, aliases: string[] = []) => ({
  id,
  name,
  aliases,
  regionId,
});
const register: PlaceRegister = {
  home: { regionId: '990103', chainId: '', unitId: '' },
  regions: [
    place('990103', '芦洲区', '990100'),
    place('990103100', '柳浦镇', '990103'),
    place('990100', '临江市', '990000'),
  ],
  chains: [
    place('own', '电子信息产业链', '990103'),
    place('city', '电子信息产业链', '990100'),
    place('textile', '现代纺织产业链', '990100', ['现代纺织']),
  ],
  units: [place('gxj', '芦洲区工信局', '990103')],
};
const world: ProposalWorld = { definitions: [revenue], register, years: { from: 2025, to: 2027 } };
const line = (change: Partial<Line>): Line => ({
  ...{ key: 'I1', itemId: 'I1', cell: null, rowKey: null, name: '营业收入', text: '', value: 5, value2: null },
  ...{ unit: '亿元', op: '=', year: 2026, mode: 'level', scope: null, findings: [], ...change },
});
const one = (change: Partial<Line>, decisions: Decisions = noDecisions) => propose([line(change)], decisions, world)[0];

describe('where a figure holds', () => {
  test.each([
    [null, '营业收入', '990103', ''],
    ['全区', '现代纺织产业链营业收入', '990103', 'textile'],
    ['柳浦镇', '现代纺织营业收入', '990103100', 'textile'],
    ['全区制造业重点产业链', '营业收入', '990103', ''],
    ['临江市', '营业收入', '990100', ''],
    // Of two of one name the nearer.
    ['电子信息产业链', '营业收入', '990103', 'own'],
  ])('%s', (scope, name, regionId, chainId) => {
    expect(one({ scope, name })?.place).toEqual({ regionId, chainId, unitId: '' });
  });
  test('words in no register, and two chains, are asked about', () => {
    expect(one({ scope: '东部片区' })?.problems).toEqual([{ code: 'place-open', given: '东部片区' }]);
    expect(one({ scope: '电子信息产业链', name: '现代纺织营业收入' })?.place).toBeNull();
    expect(one({ scope: '芦洲区工信局' })?.place).toEqual({ regionId: '990103', chainId: '', unitId: 'gxj' });
  });
});

describe('what has to be settled', () => {
  const finding = { rule: 'table-row-sum', severity: 'error', message: '少 3。', dismissed: null } as const;
  test.each([
    [{ year: null }, 'year-open'],
    [{ unit: '家' }, 'indicator-open'],
    [{ value: 0.00001 }, 'ready'],
    [{ value: 0.0000001 }, 'inexact'],
    [{ mode: 'growth', name: '营业收入年均增长', unit: '%', value: 8 }, 'base-open'],
    [{ mode: 'growth', name: '营业收入增长', unit: '倍', value: 1 }, 'growth-unit'],
    [{ op: 'range', value2: 3 }, 'range-reversed'],
    [{ findings: [finding] }, 'finding'],
    [{ findings: [{ ...finding, dismissed: '尾差' }] }, 'ready'],
    [{ findings: [{ ...finding, severity: 'warning' }] }, 'ready'],
  ] as const)('%j', (change, wanted) => {
    const found = one(change as Partial<Line>);
    expect(found?.problems[0]?.code ?? found?.state).toBe(wanted);
  });
  test('growth starts where the sentence says, else the year before; 累计 where the plan begins', () => {
    const rate = { mode: 'growth', unit: '%', value: 8.5 } as const;
    expect(one({ ...rate, name: '营业收入年均增长', text: '比2024年年均增长8.5%' })).toMatchObject({
      value: 85_000n,
      base: { period: '2024', perYear: true },
      state: 'ready',
    });
    expect(one({ ...rate, name: '营业收入增长' })).toMatchObject({ base: null, state: 'ready' });
    expect(one({ mode: 'cumulative' })).toMatchObject({ from: '2025' });
    expect(one({ mode: 'cumulative', text: '2026—2027年累计', year: 2027 })).toMatchObject({ from: '2026' });
  });
});

test('a table comes before the same figure in a sentence; another figure contradicts it', () => {
  const lines = [
    line({ key: 'I1' }),
    line({ key: 'I2', value: 6 }),
    line({ key: 'B1:0:0', cell: { row: 0, column: 0 } }),
    line({ key: 'I3', year: 2027 }),
  ];
  const found = propose(lines, noDecisions, world);
  expect(found.map(({ state, twin }) => `${state} ${twin}`)).toEqual([
    'repeat B1:0:0',
    'open B1:0:0',
    'ready null',
    'ready null',
  ]);
  const left = { ...noDecisions, lines: { 'B1:0:0': { leftOut: '以正文为准' }, I2: { leftOut: '旧数' } } };
  expect(propose(lines, left, world).map(({ state }) => state)).toEqual(['ready', 'left-out', 'left-out', 'ready']);
});

test('nothing is lost in a comparison: what stands is the same, changed, not yet settled, or gone', () => {
  const target = (id: string, year: string, value: bigint) => ({
    id,
    target: {
      ...{
        id,
        indicatorId: 'revenue',
        place: { regionId: '990103', chainId: '', unitId: '' },
        period: year,
        edition: 'p@1',
      },
      ...{ op: '=' as const, mode: 'level' as const, value, value2: null, base: null, from: null },
    },
  });
  const standing = [
    target('a', '2025', 5_000_000n),
    target('b', '2026', 5_000_000n),
    target('c', '2027', 1n),
    target('d', '2028', 1n),
  ];
  const error = { rule: 'x', severity: 'error', message: '有错。', dismissed: null } as const;
  const lines = [
    line({ key: 'I1', year: 2025 }),
    line({ key: 'I2', year: 2026, value: 6 }),
    line({ key: 'I3', year: 2027, findings: [error] }),
    line({ key: 'I4', year: 2029 }),
  ];
  const { lines: changes, gone } = compare(propose(lines, noDecisions, world), standing);
  expect([...changes].map(([key, { change }]) => `${key} ${change}`)).toEqual(['I1 same', 'I2 changed', 'I4 new']);
  expect(gone.map(({ id }) => id)).toEqual(['d']);
});

test('a part hangs below the nearest whole, also when a level between is not named', () => {
  const subject = (id: string, regionId: string, period = '2026') => ({
    ...{ id, indicatorId: 'revenue', place: { regionId, chainId: '', unitId: '' }, period, mode: 'level' as const },
  });
  const above = (region: string) => (region === 'town' ? ['county', 'city'] : region === 'county' ? ['city'] : []);
  const found = partsOfWholes(
    [subject('1', 'city'), subject('2', 'town'), subject('3', 'county', '2027'), subject('4', 'town', '2027')],
    above,
  );
  expect([...found]).toEqual([
    ['2', '1'],
    ['4', '3'],
  ]);
});
