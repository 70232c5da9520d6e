import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Checking } from './checking.ts';
import { typedInto } from './gestures.ts';
import type { GridColumn, GridFinding, GridRow } from './model.ts';
import { offerOf } from './saving/restore.ts';
import { Sheet } from './sheet.ts';

const columns: readonly GridColumn[] = ['a', 'b'].map((key) => ({ key, title: key, unit: '', decimals: 0 }));
const row = (key: string, a: number | null = null, revision = 1): GridRow => ({
  ...{ key, title: key },
  cells: { a: { value: a, reason: null, note: null, revision } },
});
const type = (sheet: Sheet, cell: number, text: string): void => {
  const [top, left] = [cell >> 1, cell & 1];
  sheet.apply('填写', typedInto(sheet, { top, bottom: top, left, right: left }, text));
};

describe('the page reads its sheet again', () => {
  test('what was typed moves along with its row; others follow; steps of another grid cannot be taken back', () => {
    const sheet = new Sheet(columns, [row('x', 1), row('y', 2), row('z', 3)], null);
    type(sheet, 2, '9');
    sheet.give(columns, [row('y', 2), row('z', 4, 2)], null);
    expect([sheet.viewAt(0).text, sheet.viewAt(2).text, sheet.unsaved.size]).toEqual(['9', '4', 1]);
    expect(sheet.undo()).toBeNull();
    sheet.give([columns[1] as GridColumn], [row('y')], null);
    expect([sheet.cells, sheet.unsaved.size]).toEqual([1, 0]);
  });

  test('where both changed the person is asked, and a choice can be taken back', () => {
    const sheet = new Sheet(columns, [row('x', 1)], null);
    type(sheet, 0, '9');
    sheet.give(columns, [row('x', 5, 2)], null);
    expect(sheet.viewAt(0).save).toBe('conflict');
    sheet.choose([0], 'theirs');
    expect([sheet.viewAt(0).text, sheet.unsaved.size]).toEqual(['5', 0]);
    sheet.undo();
    expect([sheet.viewAt(0).text, sheet.viewAt(0).save]).toEqual(['9', 'changed']);
  });

  test('nothing is written where nothing may be, also not by taking back', () => {
    const sheet = new Sheet(columns, [row('x', 1)], null);
    type(sheet, 0, '9');
    sheet.give(columns, [row('x', 1)], '已经报送');
    sheet.undo();
    type(sheet, 1, '3');
    sheet.explain(0, { reason: '改' });
    expect([sheet.viewAt(0).text, sheet.viewAt(1).text]).toEqual(['9', '']);
  });
});

test('what is kept and has no place any more is told, not dropped', () => {
  const kept = (key: string) => ({
    row: key,
    column: 'a',
    value: 7,
    reason: null,
    note: null,
    text: null,
    revision: 1,
  });
  const record = { id: 1, tab: 't', at: '2025-04-03T02:00:00Z', cells: [kept('x'), kept('gone')], saved: [] };
  const now = Date.parse('2025-04-05T02:00:00Z');
  expect(offerOf([record], new Sheet(columns, [row('x', 1)], null), now)).toMatchObject({ homeless: 1, disputed: 0 });
  expect(offerOf([record], new Sheet(columns, [row('x', 1)], '已经报送'), now)).toMatchObject({ homeless: 2 });
  expect(offerOf([record], new Sheet(columns, [row('x', 7), row('gone', 7)], null), now)).toBeNull();
  expect(offerOf([record], new Sheet(columns, [row('x', 1)], null), now + 40 * 86_400_000)).toBeNull();
});

describe('checks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const begin = (rows: readonly GridRow[]) => {
    const sheet = new Sheet(columns, rows, null);
    const checking = new Checking(sheet);
    const asked: string[] = [];
    checking.checks = {
      check: ({ key }, cells): GridFinding[] => {
        asked.push(key);
        return columns.flatMap(({ key: column }): GridFinding[] => {
          const value = cells[column]?.value ?? null;
          if (value === null) return [{ column, severity: 'hard', message: '没有填。' }];
          return value > 10 ? [{ column, severity: 'soft', message: '太大，请说明。' }] : [];
        });
      },
      checkSheet: (cellAt) => {
        const sum = rows.reduce((all, { key }) => all + (cellAt({ row: key, column: 'a' }).value ?? 0), 0);
        return sum > 15 ? [{ row: 'x', column: 'a', severity: 'hard', message: '合计超过 15。' }] : [];
      },
    };
    checking.start();
    return { sheet, checking, asked };
  };

  test('every row once, then what changed; across rows when it has come to rest', async () => {
    const { sheet, checking, asked } = begin([row('x', 11), row('y', 1)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['x', 'y']);
    expect(sheet.viewAt(0).finding).toBe('soft');
    sheet.explain(0, { reason: '新厂投产' });
    expect(sheet.viewAt(0).finding).toBe('explained');
    type(sheet, 2, '9');
    expect(asked).toEqual(['x', 'y', 'x', 'y']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sheet.viewAt(0)).toMatchObject({ finding: 'hard', sentences: ['太大，请说明。', '合计超过 15。'] });
    sheet.undo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sheet.viewAt(0).finding).toBe('explained');
    checking.checks = { check: () => [] };
    checking.again();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sheet.viewAt(0).finding).toBeNull();
  });

  test('blank cells that nobody touched are faulted when everything is asked for; a text is the only fault of its cell', async () => {
    const { sheet, checking } = begin([row('x', 1), row('y', 1)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([sheet.viewAt(1).finding, sheet.tally().hard]).toEqual([null, 0]);
    type(sheet, 3, '约5');
    expect(checking.checkAll()).toEqual([
      { row: 'x', column: 'b', severity: 'hard', message: '没有填。' },
      { row: 'y', column: 'b', severity: 'hard', message: '“约5”不是数。' },
    ]);
    expect([sheet.viewAt(1).finding, sheet.viewAt(3).sentences]).toEqual(['hard', ['“约5”不是数。']]);
  });
});
