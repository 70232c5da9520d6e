import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleared, copied, entryFrom, filledDown, pasted, shownText, typedInto } from './gestures.ts';
import { blank, type Entry, type GridColumn, type GridRow } from './model.ts';
import { Sheet } from './sheet.ts';

const columns: readonly GridColumn[] = [
  { key: 'a', title: '收入', unit: '万元', decimals: 2 },
  { key: 'b', title: '人数', unit: '人', decimals: 0 },
];
const [money] = columns as [GridColumn];
const rowsOf = (count: number): GridRow[] =>
  Array.from({ length: count }, (_, at) => ({ key: `r${at}`, title: `第${at}家`, cells: {} }));
const sheetOf = (rows = 3): Sheet => new Sheet(columns, rowsOf(rows), null);
const block = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });
const texts = (sheet: Sheet) => Array.from({ length: sheet.cells }, (_, cell) => sheet.viewAt(cell).text);

describe('what typing leaves in a cell', () => {
  const explained: Entry = { ...blank, value: 500, reason: '新厂投产', note: '已核' };
  test('a comment stays; an explanation stays with a figure and goes with a blank', () => {
    expect(entryFrom('6', money, explained)).toEqual({ ...explained, value: 600 });
    expect(entryFrom('', money, explained)).toEqual({ ...blank, note: '已核' });
  });
  test('“none” waits for its reason, a figure after it has none', () => {
    const none = entryFrom('无', money, blank);
    expect(none).toEqual({ ...blank, reason: '' });
    expect(shownText(none, money)).toBe('无');
    expect(entryFrom('3', money, { ...blank, reason: '停产' })).toEqual({ ...blank, value: 300 });
  });
  test('what cannot be read stays, and gives way to what can', () => {
    const wrong = entryFrom('12万多', money, explained);
    expect(wrong).toEqual({ ...explained, value: null, text: '12万多' });
    expect(entryFrom('12', money, wrong)).toEqual({ ...explained, value: 1200 });
  });
});

test('pasting tells of everything that did not become a figure', () => {
  const given = rowsOf(3);
  const locked = { value: null, reason: null, note: null, revision: null, readOnly: '另表取数' };
  const rows = given.map((row, at) => (at === 1 ? { ...row, cells: { b: locked } } : row));
  const sheet = new Sheet(columns, rows, null);
  const made = pasted(sheet, block(0, 0, 0, 0), '1\t2\t3\n约5\t6\t7\n/\t8\t9\n10\t11\t12\n');
  sheet.apply('粘贴', made);
  expect(made.told).toBe(
    '粘贴了 5 格；1 格不是数，原样留着，请改正；1 格写着没有数，请补上原因；1 格不能填写，没有改；多出 1 行放不下，没有粘贴；多出 1 列放不下，没有粘贴。',
  );
  expect(texts(sheet)).toEqual(['1.00', '2', '约5', '', '无', '8']);
  expect(sheet.selection).toMatchObject({ active: { row: 0, column: 0 }, head: { row: 2, column: 1 } });
});

test('one value into all chosen cells, filling down, clearing, and all of it back again', () => {
  const sheet = sheetOf();
  sheet.apply('填写', typedInto(sheet, block(0, 1, 0, 1), '7'));
  expect(texts(sheet)).toEqual(['7.00', '7', '7.00', '7', '', '']);
  sheet.apply('清除', cleared(sheet, block(1, 1, 0, 1)));
  sheet.apply('填充', filledDown(sheet, block(0, 2, 1, 1)));
  expect(texts(sheet)).toEqual(['7.00', '7', '', '7', '', '7']);
  // A single row takes what stands above it.
  sheet.apply('填充', filledDown(sheet, block(1, 1, 0, 0)));
  expect(texts(sheet)[2]).toBe('7.00');
  expect(filledDown(sheet, block(0, 0, 0, 0)).told).toBe('上面没有可以填充的行。');
  for (let steps = 0; steps < 4; steps += 1) sheet.undo();
  expect(texts(sheet).join('')).toBe('');
  expect(sheet.unsaved.size).toBe(0);
  expect(sheet.undo()).toBeNull();
  for (let steps = 0; steps < 4; steps += 1) sheet.redo();
  expect(texts(sheet)).toEqual(['7.00', '7', '7.00', '7', '', '7']);
});

test('filling down takes the reason of “none” along, never the explanation of a figure', () => {
  const sheet = sheetOf();
  sheet.explain(0, { reason: '停产' });
  sheet.apply('填写', typedInto(sheet, block(0, 0, 1, 1), '5'));
  sheet.explain(1, { reason: '只在这一家' });
  sheet.apply('填充', filledDown(sheet, block(0, 2, 0, 1)));
  expect(sheet.entryAt(4)).toEqual({ ...blank, reason: '停产' });
  expect(sheet.entryAt(5)).toEqual({ ...blank, value: 5 });
});

test('letters of one reason are taken back at once, and two cells stay apart', () => {
  const sheet = sheetOf();
  for (const reason of ['停', '停产', '停产检修']) sheet.explain(0, { reason });
  sheet.explain(2, { reason: '停' });
  sheet.undo();
  expect(sheet.entryAt(0).reason).toBe('停产检修');
  sheet.undo();
  expect(sheet.entryAt(0)).toEqual(blank);
});

test('what is copied and pasted elsewhere is the same', () => {
  const cell = fc.oneof(
    fc.integer({ min: -99_999, max: 99_999 }).map(String),
    fc.constantFrom('', '无', '约 5', '1.234'),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), (typed) => {
      const [from, to] = [sheetOf(), sheetOf()];
      for (const [at, text] of typed.entries()) {
        const here = block(at >> 1, at >> 1, at & 1, at & 1);
        from.apply('填写', typedInto(from, here, text));
      }
      to.apply('粘贴', pasted(to, block(0, 0, 0, 0), copied(from, block(0, 2, 0, 1))));
      expect(texts(to)).toEqual(texts(from));
      to.undo();
      expect(texts(to).join('')).toBe('');
    }),
  );
});
