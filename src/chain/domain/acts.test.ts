import { describe, expect, test } from 'vitest';
import { actsOfYear } from './acts.ts';
import { checkAct } from './check.ts';
import type { ActNorm, ChainAct, Scheme } from './model.ts';
import { schemeOn } from './scheme.ts';

const yearly: ActNorm = { id: 'meeting', name: '推进会', every: 'year', times: 1 };
const monthly: ActNorm = { id: 'visit', name: '调研', every: 'month', times: 2 };
const act = (kind: string, on: string, struck: string | null = null): ChainAct => ({
  ...{ id: on, kind, on, place: '', by: '链长', subject: '了解订单', found: '', struck },
});
const states = (norm: ActNorm, acts: readonly ChainAct[], today: string): string[] =>
  actsOfYear([norm], acts, 2025, today)[0]?.periods.map(({ held, state }) => `${held} ${state}`) ?? [];

describe('what the chief owes', () => {
  test('once a year: open until its end', () => {
    expect(states(yearly, [], '2025-12-31')).toEqual(['0 now']);
    expect(states(yearly, [], '2026-01-01')).toEqual(['0 missing']);
    expect(states(yearly, [act('meeting', '2025-12-31')], '2026-01-01')).toEqual(['1 done']);
    expect(states(yearly, [act('meeting', '2026-01-01')], '2026-02-01')).toEqual(['0 missing']);
    expect(states(yearly, [], '2024-12-31')).toEqual(['0 ahead']);
  });
  test('twice a month; what was struck, is of another kind or still to come does not count', () => {
    const acts = [
      ...[act('visit', '2025-01-01'), act('visit', '2025-01-31'), act('visit', '2025-02-28')],
      ...[act('visit', '2025-02-03', '重复登记'), act('meeting', '2025-02-04'), act('visit', '2025-03-20')],
    ];
    expect(states(monthly, acts, '2025-03-10').slice(0, 4)).toEqual(['2 done', '1 missing', '0 now', '0 ahead']);
  });
  test('each quarter', () => {
    expect(states({ ...yearly, every: 'quarter' }, [act('meeting', '2025-06-30')], '2025-07-01')).toEqual([
      ...['0 missing', '1 done', '0 now', '0 ahead'],
    ]);
  });
});

test('the nearest and newest scheme holds', () => {
  const scheme = (region: string | null, from: string): Scheme => ({ region, from, maps: [], lists: [], acts: [] });
  const schemes = [scheme(null, '2020-01-01'), scheme('990100', '2023-01-01'), scheme('990100', '2025-01-01')];
  const held = (above: string[], day: string) => schemeOn(schemes, above, day)?.from;
  expect(held(['990103', '990100', '990000'], '2024-06-01')).toBe('2023-01-01');
  expect(held(['990100'], '2025-01-01')).toBe('2025-01-01');
  expect(held(['990200', '990000'], '2025-01-01')).toBe('2020-01-01');
  expect(held(['990100'], '2022-12-31')).toBe('2020-01-01');
  expect(held(['990100'], '2019-12-31')).toBeUndefined();
});

test('an act is refused that is unknown, still to come, or says nothing', () => {
  const codes = (changes: Partial<ChainAct>) =>
    checkAct({ ...act('visit', '2025-03-01'), ...changes }, [monthly], '2025-03-10').map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ on: '2025-03-10' })).toEqual([]);
  expect(codes({ on: '2025-03-11' })).toEqual(['chain-act-ahead']);
  expect(codes({ on: '2025-02-30' })).toEqual(['day-unknown']);
  expect(codes({ kind: 'party', by: ' ', subject: '' })).toEqual([
    ...['chain-act-unknown', 'chain-words-missing', 'chain-words-missing'],
  ]);
});
