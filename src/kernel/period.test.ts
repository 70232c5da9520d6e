import { expect, test } from 'vitest';
import {
  containsPeriod,
  firstDay,
  isPeriod,
  lastDay,
  lengthOf,
  monthsOf,
  periodOf,
  periodsBetween,
  shifted,
  yearBefore,
  yearOf,
} from './period.ts';

test('a period has one spelling', () => {
  for (const right of ['2025', '2025-Q1', '2025-Q4', '2025-01', '2025-12', '0001']) expect(isPeriod(right)).toBe(true);
  for (const wrong of [
    '25',
    '2025-Q0',
    '2025-Q5',
    '2025-0',
    '2025-00',
    '2025-13',
    '2025-1',
    '2025-03-01',
    ' 2025',
    '2025\n',
  ])
    expect(isPeriod(wrong)).toBe(false);
  expect(() => monthsOf('2025-13')).toThrow(RangeError);
});

test('lengths, months and what lies in what', () => {
  expect(['2025', '2025-Q2', '2025-05'].map(lengthOf)).toEqual(['year', 'quarter', 'month']);
  expect(monthsOf('2025-Q4')).toEqual(['2025-10', '2025-11', '2025-12']);
  expect(monthsOf('2025')).toHaveLength(12);
  expect(periodOf('2025-05', 'quarter')).toBe('2025-Q2');
  expect(periodOf('2025-Q2', 'month')).toBe('2025-04');
  expect(periodOf('2025-12', 'year')).toBe('2025');
  expect(containsPeriod('2025', '2025-Q4')).toBe(true);
  expect(containsPeriod('2025-Q4', '2025')).toBe(false);
  expect(containsPeriod('2025-Q4', '2025-12')).toBe(true);
  expect(containsPeriod('2025-Q4', '2026-01')).toBe(false);
  expect(yearOf('2025-Q3')).toBe(2025);
});

test('steps lead over the turn of the year and back', () => {
  expect(shifted('2025-12', 1)).toBe('2026-01');
  expect(shifted('2025-01', -1)).toBe('2024-12');
  expect(shifted('2025-Q1', -1)).toBe('2024-Q4');
  expect(shifted('2025', 2)).toBe('2027');
  expect(yearBefore('2025-Q3')).toBe('2024-Q3');
  for (const start of ['2023', '2023-Q2', '2023-11'])
    for (let by = -30; by <= 30; by += 1) expect(shifted(shifted(start, by), -by)).toBe(start);
  expect(() => shifted('0000', -1)).toThrow(RangeError);
  expect(() => shifted('9999-12', 1)).toThrow(RangeError);
});

test('all periods of a length between two', () => {
  expect(periodsBetween('2024-Q4', '2025-02', 'month')).toEqual([
    '2024-10',
    '2024-11',
    '2024-12',
    '2025-01',
    '2025-02',
  ]);
  expect(periodsBetween('2024-11', '2025-04', 'quarter')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2']);
  expect(periodsBetween('2024', '2025', 'year')).toEqual(['2024', '2025']);
  expect(periodsBetween('2025', '2024', 'month')).toEqual([]);
});

test('first and last days, in leap years too', () => {
  expect(firstDay('2025-Q2')).toBe('2025-04-01');
  expect(lastDay('2025-Q2')).toBe('2025-06-30');
  expect(lastDay('2024-02')).toBe('2024-02-29');
  expect(lastDay('2023-02')).toBe('2023-02-28');
  expect(lastDay('1900-02')).toBe('1900-02-28');
  expect(lastDay('2000-02')).toBe('2000-02-29');
  expect(lastDay('0004-02')).toBe('0004-02-29');
  expect(lastDay('2025')).toBe('2025-12-31');
});

test('before the year 0 there is nothing, also after the year 0 was asked for', () => {
  expect(shifted('0001', -1)).toBe('0000');
  expect(() => shifted('0000', -1)).toThrow(RangeError);
  expect(() => shifted('0000-01', -1)).toThrow(RangeError);
  expect(() => shifted('9999-12', 1)).toThrow(RangeError);
});
