import { expect, test } from 'vitest';
import type { FormContent } from './model.ts';
import { figuresToRecord, type HandedCell, type StandingFigureOf } from './to-record.ts';

const form = { columns: [{ indicatorId: 'i', required: true }] } as unknown as FormContent;
const rows = [{ key: 'r', title: '', enterpriseId: '', chainId: '' }];
const plan = (
  cell: Partial<HandedCell> | undefined,
  stands: Partial<StandingFigureOf> | undefined,
  { wasApproved = false, foreign = false } = {},
) =>
  figuresToRecord(form, rows, wasApproved, {
    cell: () =>
      cell === undefined
        ? undefined
        : { row: 'r', indicatorId: 'i', value: null, reason: null, recorded: null, ...cell },
    standing: () =>
      stands === undefined ? undefined : { revision: 2, value: 7, reason: null, vintage: 'preliminary', ...stands },
    isForeign: () => foreign,
  });
const figure = (result: ReturnType<typeof plan>) => result.write[0]?.figure;

test('a new figure is preliminary, a stated none is one too, a blank cell is none', () => {
  expect(figure(plan({ value: 5 }, undefined))).toEqual({ value: 5, reason: null, vintage: 'preliminary' });
  expect(figure(plan({ reason: '停产' }, undefined))).toEqual({ value: null, reason: '停产', vintage: 'preliminary' });
  expect(plan({}, undefined)).toEqual({ write: [], confirm: [] });
  expect(plan(undefined, undefined)).toEqual({ write: [], confirm: [] });
});
test('what stands already is confirmed, also as final with other words', () => {
  expect(plan({ value: 7 }, {})).toEqual({ write: [], confirm: [{ row: 'r', indicatorId: 'i', revision: 2 }] });
  expect(plan({ value: 7, reason: '核对过' }, { vintage: 'final' }).write).toEqual([]);
});
test('other than what was final, or was approved before, is revised', () => {
  expect(figure(plan({ value: 8 }, {}))?.vintage).toBe('preliminary');
  expect(figure(plan({ value: 8 }, { vintage: 'final' }))?.vintage).toBe('revised');
  expect(figure(plan({ value: 8 }, {}, { wasApproved: true }))?.vintage).toBe('revised');
});
test('another unit’s figure of the same enterprise is not reported a second time', () => {
  expect(plan({ value: 5 }, undefined, { foreign: true }).write).toEqual([]);
});
test('a cell that was emptied takes back its own figure and nobody else’s', () => {
  expect(figure(plan({ recorded: 2 }, {}))).toMatchObject({ value: null });
  expect(plan({ recorded: 1 }, {}).write).toEqual([]);
  expect(plan({}, {}).write).toEqual([]);
});
