import { expect, test } from 'vitest';
import type { Sheet } from '../sheet/model.ts';
import { punctualityWords, sheetWords } from './sheet.ts';

const sheet: Sheet = {
  ...{ id: 's', formId: 'f', period: '2026-02', unitId: 'u', state: 'open', revision: 1 },
  ...{ opensOn: '2026-03-01', dueOn: '2026-03-05', extendedTo: null, asked: null },
  ...{ submittedBy: null, submittedOn: null, approvedBy: null, wasApproved: false, returned: [] },
};

test('how a sheet stands with its deadline', () => {
  const on = (today: string, more: Partial<Sheet> = {}) => punctualityWords({ ...sheet, ...more }, today);
  expect(on('2026-02-27')).toBe('3 月 1 日开始填报');
  expect([on('2026-03-02'), on('2026-03-05'), on('2026-03-07')]).toEqual(['还有 3 天截止', '今天截止', '已迟 2 天']);
  expect(on('2026-03-07', { extendedTo: '2026-03-10' })).toBe('还有 3 天截止');
  const handed = (submittedOn: string) => on('2026-04-01', { state: 'approved', submittedOn });
  expect([handed('2026-03-05'), handed('2026-03-06')]).toEqual(['按时报送', '迟报 1 天']);
});

test('its state with what happens next', () => {
  const returned = [{ row: 'r', indicatorId: 'i', reason: '少了一个 0' }];
  expect(sheetWords({ ...sheet, state: 'returned', returned })).toBe('已退回，有 1 处要改');
  expect(sheetWords({ ...sheet, asked: { to: '2026-03-12', reason: '停电' } })).toBe(
    '填报中；申请延期到 3 月 12 日，等待答复',
  );
  expect(sheetWords({ ...sheet, extendedTo: '2026-03-12' })).toBe('填报中；已同意延期到 3 月 12 日');
});
