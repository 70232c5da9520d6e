import { describe, expect, test } from 'vitest';
import { actionsOf, bodyIn, placeText, rowFaults, textOf, typedSheet, wholeIn } from './logic.ts';

test('a decimal is read whole and written back the same, never rounded', () => {
  for (const [typed, value] of [
    ['0', 0],
    ['12.5', 1250],
    ['1,234.05', 123_405],
    ['-0.5', -50],
  ] as const) {
    expect(wholeIn(typed, 2)).toBe(value);
    expect(textOf(value, 2)).toBe(typed.replace(',', ''));
  }
  for (const typed of ['', 'x', '1.005', '1e3', '--1', '123456789012']) expect(wholeIn(typed, 2)).toBeNull();
});

test('the tables of the form say which line is wrong', () => {
  const good = { name: '营业收入', fact: 'revenue', per: '', zero: '0', full: '100', most: '10' };
  expect(rowFaults([good], [{ name: '带动', most: '5' }])).toEqual([]);
  expect(rowFaults([good, { ...good, full: '一百' }], []).map(({ sentence }) => sentence)).toEqual([
    '第 2 个指标的零分值和满分值要写数，最多四位小数。',
  ]);
  expect(rowFaults([{ ...good, fact: '' }], [{ name: '', most: '5' }]).map(({ name }) => name)).toEqual([
    'measures',
    'items',
  ]);
});

test('without experts nobody is asked for a panel, and shares always make a hundred', () => {
  const body = bodyIn({ expertShare: '0', panel: '5', places: '', spread: '', line: '60', measures: [], items: [] });
  expect(body).toMatchObject({
    quantitativeShare: 100,
    expertShare: 0,
    panel: 0,
    places: null,
    spread: null,
    line: 6000,
  });
});

describe('what can be done next', () => {
  const on = (state: 'draft' | 'applying' | 'scoring' | 'ranked' | 'publicity' | 'listed' | 'ended', day: string) =>
    actionsOf({ state, applyTo: '2026-03-10', publicityTo: '2026-04-10' }, day);
  test('a stage waits for its last day to be over', () => {
    expect(on('applying', '2026-03-10')).toMatchObject({ next: null, waitsFor: '2026-03-10' });
    expect(on('applying', '2026-03-11')).toMatchObject({ next: 'close-applications', waitsFor: null });
    expect(on('publicity', '2026-04-10').next).toBeNull();
    expect(on('publicity', '2026-04-11').next).toBe('publish');
  });
  test('what is over is left alone', () => {
    for (const state of ['listed', 'ended'] as const)
      expect(on(state, '2026-05-01')).toMatchObject({ next: null, more: [] });
  });
});

test('a sheet adds up what is right and names the first that is not', () => {
  const items = [
    { id: 'i1', name: '带动作用', most: 6000 },
    { id: 'i2', name: '发展规划', most: 4000 },
  ];
  expect(typedSheet(items, { i1: '50.5', i2: '' })).toEqual({
    points: { i1: 5050 },
    total: 5050,
    fault: null,
    open: 1,
  });
  expect(typedSheet(items, { i1: '61', i2: '41' }).fault).toContain('带动作用');
  expect(typedSheet(items, { i1: '60', i2: '-1' }).fault).toContain('发展规划');
});

test('equal ones share a place in words', () => {
  const all = [{ place: 1 }, { place: 2 }, { place: 2 }];
  expect(all.map(({ place }) => placeText(place, all))).toEqual(['第 1 名', '并列第 2 名', '并列第 2 名']);
});
