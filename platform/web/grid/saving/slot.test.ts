import { describe, expect, test } from 'vitest';
import { blank, type Cell, type Entry } from '../model.ts';
import {
  givenAnew,
  isSendable,
  isUnsaved,
  keptOwn,
  type Slot,
  sentOut,
  settled,
  slotOf,
  stuckOf,
  tookTheirs,
  unheard,
  written,
} from './slot.ts';

const cell = (value: number | null, reason: string | null = null): Cell => ({ value, reason, note: null });
const entry = (value: number): Entry => ({ ...blank, value });
const given = { ...cell(5), revision: 1, returned: '请核对', from: '用电月报' };
const at = { row: 'r', column: 'c' };
const saved = (revision: number) => ({ ...at, kind: 'saved', revision }) as const;
const theirs = (value: number, revision: number) =>
  ({ ...at, kind: 'conflict', theirs: cell(value), revision, by: '李四', at: '2025-04-03T02:00:00Z' }) as const;
const typed = (value: number): Slot => written(slotOf(given), entry(value));

test('what was given is saved; what was typed is not, until the server says so', () => {
  expect(isUnsaved(slotOf(given))).toBe(false);
  const slot = settled(sentOut(typed(6)), saved(2));
  expect(slot).toMatchObject({ base: cell(6), revision: 2, returned: null, from: null });
  expect(isUnsaved(slot)).toBe(false);
  const meanwhile = settled(written(sentOut(typed(6)), entry(7)), saved(2));
  expect(meanwhile).toMatchObject({ base: cell(6), revision: 2, entry: entry(7) });
  expect(isSendable(meanwhile)).toBe(true);
});

test('what cannot be read, or says “none” without a reason, is kept back', () => {
  expect(stuckOf(written(slotOf(given), { ...blank, text: '约5' }))).toBe('unreadable');
  expect(stuckOf(written(slotOf(given), { ...blank, reason: ' ' }))).toBe('no-reason');
  expect(isSendable(written(slotOf(given), { ...blank, reason: '停产' }))).toBe(true);
});

test('a refusal marks what was refused, not what was typed since', () => {
  const refusal = { ...at, kind: 'refused', message: '太大' } as const;
  const slot = settled(sentOut(typed(6)), refusal);
  expect([slot.refused, isSendable(slot)]).toEqual(['太大', false]);
  expect(isSendable(written(slot, entry(7)))).toBe(true);
  expect(settled(written(sentOut(typed(6)), entry(7)), refusal).refused).toBeNull();
});

describe('an answer that was lost', () => {
  test('keeps the cell unsaved although it holds again what the server held before', () => {
    const back = written(unheard(sentOut(typed(6))), entry(5));
    expect(isUnsaved(back)).toBe(true);
    // It had arrived: the server holds 6, so that 5 has to be sent upon it.
    const told = settled(sentOut(back), theirs(6, 2));
    expect(told).toMatchObject({ base: cell(6), revision: 2, conflict: null, entry: entry(5) });
    expect(isSendable(told)).toBe(true);
  });
  test('is recognised as our own writing, however much was typed since', () => {
    const twice = sentOut(written(unheard(sentOut(written(unheard(sentOut(typed(6))), entry(7)))), entry(8)));
    for (const value of [6, 7]) expect(settled(twice, theirs(value, 2)).conflict).toBeNull();
    expect(settled(twice, theirs(9, 2)).conflict?.theirs).toEqual(cell(9));
  });
});

describe('two people at one cell', () => {
  const disputed = settled(sentOut(typed(6)), theirs(9, 2));
  test('both stand there and nothing is sent until one is chosen', () => {
    expect([stuckOf(disputed), isSendable(disputed), disputed.entry.value]).toEqual(['conflict', false, 6]);
    expect(tookTheirs(disputed)).toMatchObject({ entry: entry(9), base: cell(9), revision: 2, conflict: null });
    expect(isUnsaved(tookTheirs(disputed))).toBe(false);
    expect(isSendable(keptOwn(disputed))).toBe(true);
    expect(keptOwn(disputed)).toMatchObject({ entry: entry(6), base: cell(9), revision: 2 });
  });
  test('who takes his own back takes theirs; who typed the same has no dispute', () => {
    expect(written(disputed, entry(5))).toMatchObject({ entry: entry(9), conflict: null });
    expect(settled(sentOut(typed(6)), theirs(6, 2)).conflict).toBeNull();
  });
});

describe('the page reads the sheet again', () => {
  test('an untouched cell follows, a touched one asks, one on its way waits', () => {
    const anew = { ...cell(9), revision: 2 };
    expect(givenAnew(slotOf(given), anew)).toEqual(slotOf(anew));
    expect(givenAnew(typed(6), anew).conflict?.theirs).toEqual(cell(9));
    expect(givenAnew(typed(9), anew)).toMatchObject({ conflict: null, revision: 2 });
    expect(givenAnew(sentOut(typed(6)), anew)).toEqual(sentOut(typed(6)));
    expect(givenAnew(typed(6), { ...given, returned: '再看看' })).toMatchObject({ conflict: null, returned: '再看看' });
  });
});
