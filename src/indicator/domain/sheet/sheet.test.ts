import { describe, expect, test } from 'vitest';
import { type Moved, punctuality, type Sheet, sheetStates } from './model.ts';
import { answerExtension, approve, askExtension, giveBack, mayFill, reopen, submit, withdraw } from './moves.ts';

const sheet: Sheet = {
  ...{ id: 's', formId: 'f', period: '2025-03', unitId: 'u', state: 'open', revision: 3, opensOn: '2025-04-01' },
  ...{ dueOn: '2025-04-10', extendedTo: null, asked: null, submittedBy: null, submittedOn: null, approvedBy: null },
  ...{ wasApproved: false, returned: [] },
};
const today = '2025-04-05';
const wanted = [
  { row: 'e1', indicatorId: 'revenue' },
  { row: 'e1', indicatorId: 'staff' },
];
const filled = wanted.map((cell) => ({ ...cell, value: 0, reason: null }));
const moved = (result: Moved): Sheet => {
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
  return result.value;
};
const codesOf = (moved: Moved): string[] =>
  moved.ok ? [] : moved.refusals.map(({ code, field }) => `${code} ${field}`);
const handedIn = () => moved(submit(sheet, filled, wanted, [], 'clerk', today));

test('a report goes in, comes back, goes in again and is approved by a second person', () => {
  const first = handedIn();
  expect(first).toMatchObject({ state: 'submitted', submittedBy: 'clerk', submittedOn: today, revision: 4 });
  const back = moved(giveBack(first, '', [{ row: 'e1', indicatorId: 'staff', reason: '比上月多一倍' }]));
  expect(back).toMatchObject({ state: 'returned', returned: [{ row: 'e1' }] });
  const again = moved(submit(back, filled, wanted, [], 'clerk', today));
  expect(again.returned).toEqual([]);
  expect(codesOf(approve(again, 'clerk'))).toEqual(['sheet-second-person s']);
  const done = moved(approve(again, 'reviewer'));
  expect(done).toMatchObject({ state: 'approved', approvedBy: 'reviewer', wasApproved: true });
  expect(moved(reopen(done, '口径有误', []))).toMatchObject({
    state: 'returned',
    wasApproved: true,
    approvedBy: null,
  });
});

describe('handing in', () => {
  test('every cell that is blank, wrong or unexplained is named at once', () => {
    const cells = [{ row: 'e1', indicatorId: 'revenue', value: null, reason: ' ' }];
    const findings = [
      { row: 'e1', indicatorId: 'revenue', weight: 'hard', code: 'range' },
      { row: 'e1', indicatorId: 'staff', weight: 'soft', code: 'jump' },
    ] as const;
    expect(codesOf(submit(sheet, cells, wanted, findings, 'clerk', today))).toEqual([
      'sheet-blank e1 revenue',
      'sheet-blank e1 staff',
      'sheet-hard e1 revenue',
      'sheet-unexplained e1 staff',
    ]);
  });

  test('zero is a figure, none with a reason is an answer, an explained oddity passes', () => {
    const cells = [
      { row: 'e1', indicatorId: 'revenue', value: null, reason: '停产' },
      { row: 'e1', indicatorId: 'staff', value: 900, reason: '新厂投产' },
    ];
    const findings = [{ row: 'e1', indicatorId: 'staff', weight: 'soft', code: 'jump' }] as const;
    expect(submit(sheet, cells, wanted, findings, 'clerk', today).ok).toBe(true);
  });

  test('after the deadline it still goes in, and is late', () => {
    const late = moved(submit(sheet, filled, wanted, [], 'clerk', '2025-04-11'));
    expect(punctuality(late, '2025-05-01')).toBe('late');
    expect(punctuality(handedIn(), '2025-05-01')).toBe('in-time');
    expect(punctuality(sheet, '2025-03-31')).toBe('not-open');
    expect(punctuality(sheet, '2025-04-11')).toBe('late');
  });
});

describe('more time', () => {
  const asked = () => moved(askExtension(sheet, { to: '2025-04-20', reason: '核算未完' }));

  test('is asked for with a reason, granted, and the first deadline stays to be seen', () => {
    const granted = moved(answerExtension(asked(), '2025-04-15'));
    expect(granted).toMatchObject({ dueOn: '2025-04-10', extendedTo: '2025-04-15', asked: null });
    expect(punctuality(granted, '2025-04-15')).toBe('in-time');
    expect(punctuality(granted, '2025-04-16')).toBe('late');
    expect(moved(answerExtension(asked(), null))).toMatchObject({ extendedTo: null, asked: null });
  });

  test('is refused without a reason, without a later day, and unasked', () => {
    expect(codesOf(askExtension(sheet, { to: '2025-04-20', reason: ' ' }))).toEqual(['sheet-reason-missing s']);
    expect(codesOf(askExtension(sheet, { to: '2025-04-10', reason: '忙' }))).toEqual(['sheet-extension-day s']);
    expect(codesOf(answerExtension(sheet, '2025-04-20'))).toEqual(['sheet-nothing-asked s']);
    expect(codesOf(answerExtension(asked(), '2025-04-10'))).toEqual(['sheet-extension-day s']);
  });
});

test('no move is made from a state that it does not belong to', () => {
  const moves: Record<string, { readonly from: readonly Sheet['state'][]; readonly move: (from: Sheet) => Moved }> = {
    submit: { from: ['open', 'returned'], move: (from) => submit(from, filled, wanted, [], 'clerk', today) },
    withdraw: { from: ['submitted'], move: withdraw },
    giveBack: { from: ['submitted'], move: (from) => giveBack(from, '有误', []) },
    approve: { from: ['submitted'], move: (from) => approve(from, 'reviewer') },
    reopen: { from: ['approved'], move: (from) => reopen(from, '有误', []) },
    askExtension: {
      from: ['open', 'returned'],
      move: (from) => askExtension(from, { to: '2025-05-01', reason: '忙' }),
    },
  };
  for (const [name, { from, move }] of Object.entries(moves))
    for (const state of sheetStates)
      expect([name, state, move({ ...sheet, state }).ok]).toEqual([name, state, from.includes(state)]);
});

test('cells are changed only while it is being filled in, and not before it opens', () => {
  expect(sheetStates.map((state) => mayFill({ ...sheet, state }, today).length)).toEqual([0, 1, 0, 1]);
  expect(mayFill(sheet, '2025-03-31').map(({ code, limit }) => [code, limit])).toEqual([
    ['sheet-not-open', '2025-04-01'],
  ]);
});

test('what comes back says why', () => {
  expect(codesOf(giveBack(handedIn(), ' ', []))).toEqual(['sheet-reason-missing s']);
  expect(codesOf(giveBack(handedIn(), '', [{ row: 'e1', indicatorId: 'staff', reason: '' }]))).toEqual([
    'sheet-reason-missing e1 staff',
  ]);
});
