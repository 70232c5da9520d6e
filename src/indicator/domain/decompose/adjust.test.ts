import { expect, test } from 'vitest';
import { type Adjustment, adjust, changesOf, type Ledger, valueOn } from './adjust.ts';

const ledger: Ledger = { first: { on: '2026-01-12', value: 500n }, adjustments: [] };
const change = (more: Partial<Adjustment> = {}): Adjustment => ({
  ...{ on: '2026-07-01', value: 460n, reason: '上游停产', approver: '市政府常务会议' },
  ...more,
});
const taken = (from: Ledger, adjustment: Adjustment): Ledger => {
  const found = adjust(from, adjustment);
  if (!found.ok) throw new Error(found.faults.map(({ code }) => code).join());
  return found.ledger;
};

test('the first value stays visible, each day has its own', () => {
  const twice = taken(taken(ledger, change()), change({ on: '2026-10-01', value: 480n }));
  expect(twice.first.value).toBe(500n);
  const days = ['2026-01-11', '2026-01-12', '2026-06-30', '2026-07-01', '2026-12-31'];
  expect(days.map((day) => valueOn(twice, day))).toEqual([null, 500n, 500n, 460n, 480n]);
  expect(changesOf(twice).map(({ before, value, sinceFirst }) => [before, value, sinceFirst])).toEqual([
    [500n, 460n, -40n],
    [460n, 480n, -20n],
  ]);
  const sameDay = taken(twice, change({ on: '2026-10-01', value: 470n }));
  expect(valueOn(sameDay, '2026-10-01')).toBe(470n);
  expect(ledger.adjustments).toEqual([]);
});

test('without reason or approver, out of time, or without a change it is not taken, and all of it is said', () => {
  const codes = (from: Ledger, adjustment: Adjustment) => {
    const found = adjust(from, adjustment);
    return found.ok ? [] : found.faults.map(({ code }) => code);
  };
  expect(codes(ledger, change({ reason: ' ', approver: '', value: 500n, on: '2026-01-11' }))).toEqual([
    ...['reason-missing', 'approver-missing', 'date-too-early', 'value-unchanged'],
  ]);
  expect(codes(ledger, change({ on: '2026-02-30' }))).toEqual(['date-invalid']);
  expect(codes(ledger, change({ on: '２０２６-02-01' }))).toEqual(['date-invalid']);
  expect(codes(taken(ledger, change()), change({ on: '2026-06-30', value: 1n }))).toEqual(['date-too-early']);
});
