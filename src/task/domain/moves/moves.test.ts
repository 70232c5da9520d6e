import { describe, expect, test } from 'vitest';
import {
  begun,
  codes,
  content,
  done,
  duty,
  type History,
  having,
  office,
  paper,
  stamp,
  told,
} from '../../../../tests/examples/task.ts';
import { replay } from '../apply.ts';
import { type DutyState, dutyStates, type Task } from '../model/index.ts';
import { dutyOf } from '../standing.ts';
import {
  answerLetter,
  askExtension,
  assign,
  closeOut,
  create,
  escalate,
  giveBack,
  handBack,
  insist,
  type Moved,
  reassign,
  reopen,
  report,
  sign,
  submit,
  supervise,
  takeBack,
  urge,
  withdraw,
} from './index.ts';

const alone = content({ duties: [duty('D1', '甲局', { dueOn: '2025-06-30' })] });
const clerk = (day: string, minute = 0) => stamp('甲局员', '甲局', day, minute);
const chief = (day: string, minute = 0) => stamp('审核员', 'office', day, minute);

const planned = begun(alone);
const sent = having(planned, (task) => assign(task, office('2025-01-03')));
const signed = having(sent, (task) => sign(task, 'D1', clerk('2025-01-06')));
const handedBack = having(signed, (task) => handBack(task, 'D1', '不归我们管。', clerk('2025-01-07')));
const submitted = having(signed, (task) => submit(task, 'D1', '办完了。', [paper], clerk('2025-06-20')));
const closed = having(submitted, (task) => closeOut(task, 'D1', chief('2025-06-23')));
const replaced = having(signed, (task) =>
  reassign(
    task,
    'D1',
    { newDutyId: 'D9', unit: { id: '丁局', name: '丁局' }, dueOn: null, reason: '职能调整。' },
    office('2025-02-03'),
  ),
);
const withdrawn = having(signed, (task) => withdraw(task, '不办了。', office('2025-02-03')));
const inState: Readonly<Record<DutyState, History>> = {
  ...{ planned, sent, signed, 'handed-back': handedBack, submitted, closed, replaced, withdrawn },
};

const day = '2025-07-15';
const moves: readonly (readonly [string, (task: Task) => Moved, readonly DutyState[]])[] = [
  ['sign', (task) => sign(task, 'D1', clerk(day)), ['sent']],
  ['hand back', (task) => handBack(task, 'D1', '理由。', clerk(day)), ['sent', 'signed']],
  ['insist', (task) => insist(task, 'D1', '理由。', office(day)), ['handed-back']],
  [
    're-assign',
    (task) =>
      reassign(
        task,
        'D1',
        { newDutyId: 'D8', unit: { id: '戊局', name: '戊局' }, dueOn: '2025-12-31', reason: '理由。' },
        office(day),
      ),
    ['sent', 'signed', 'handed-back'],
  ],
  ['report', (task) => report(task, 'D1', told(), clerk(day)), ['signed', 'submitted']],
  ['ask for more time', (task) => askExtension(task, 'D1', '2025-09-30', '理由。', clerk(day)), ['sent', 'signed']],
  ['submit', (task) => submit(task, 'D1', '办完了。', [paper], clerk(day)), ['signed']],
  ['take back', (task) => takeBack(task, 'D1', clerk(day)), ['submitted']],
  ['give back', (task) => giveBack(task, 'D1', '缺照片。', null, chief(day)), ['submitted']],
  ['close out', (task) => closeOut(task, 'D1', chief(day)), ['submitted']],
  ['reopen', (task) => reopen(task, 'D1', '数字有误。', null, chief(day)), ['closed']],
  ['urge', (task) => urge(task, 'D1', '请抓紧。', office(day)), ['sent', 'signed', 'handed-back']],
  [
    'supervise',
    (task) =>
      supervise(task, 'D1', { number: '临督〔2025〕1号', replyBy: '2025-07-20', words: '请说明。' }, office(day)),
    ['sent', 'signed', 'handed-back'],
  ],
  ['escalate', (task) => escalate(task, 'D1', '链长', '请过问。', office(day)), ['sent', 'signed', 'handed-back']],
];

describe('every move in every state', () => {
  test.each(moves)('%s', (_name, move, allowed) => {
    for (const state of dutyStates) {
      const { task } = inState[state];
      expect(dutyOf(task, 'D1')?.state).toBe(state);
      const found = codes(move(task));
      if (allowed.includes(state)) expect(found, state).toEqual([]);
      else expect(found, state).toEqual([state === 'withdrawn' ? 'task-withdrawn' : 'duty-state']);
    }
  });

  test('to withdraw a task is possible until it is', () => {
    for (const state of dutyStates)
      expect(codes(withdraw(inState[state].task, '理由。', office(day)))).toEqual(
        state === 'withdrawn' ? ['task-withdrawn'] : [],
      );
    expect(dutyOf(having(closed, (task) => withdraw(task, '理由。', office(day))).task, 'D1')?.state).toBe('closed');
  });

  test('to send is possible once', () => {
    expect(codes(assign(planned.task, office(day)))).toEqual([]);
    for (const state of ['sent', 'signed', 'closed'] as const)
      expect(codes(assign(inState[state].task, office(day)))).toEqual(['task-sent']);
    expect(codes(assign(withdrawn.task, office(day)))).toEqual(['task-withdrawn']);
  });

  test('a refused move changes nothing, and a move leaves the task before it as it was', () => {
    const before = JSON.stringify(signed.task);
    submit(signed.task, 'D1', '办完了。', [paper], clerk(day));
    expect(JSON.stringify(signed.task)).toBe(before);
  });

  test('the facts alone make the task again', () => {
    for (const { task, events } of Object.values(inState)) {
      expect(replay(events)).toEqual(task);
      expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(task);
      expect(events.map(({ no }) => no)).toEqual(events.map((_, at) => at + 1));
    }
  });
});

describe('what belongs to the unit is done by its people only', () => {
  const stranger = stamp('乙局员', '乙局', day);
  test.each([
    ['sign', sign(sent.task, 'D1', stranger)],
    ['hand back', handBack(sent.task, 'D1', '理由。', stranger)],
    ['report', report(signed.task, 'D1', told(), stranger)],
    ['ask for more time', askExtension(signed.task, 'D1', '2025-09-30', '理由。', stranger)],
    ['submit', submit(signed.task, 'D1', '办完了。', [paper], stranger)],
    ['take back', takeBack(submitted.task, 'D1', stranger)],
    ['nobody of no unit', sign(sent.task, 'D1', stamp('某人', null, day))],
  ])('%s', (_name, result) => {
    expect(codes(result)).toEqual(['duty-other-unit']);
  });
});

describe('words and evidence that have to be given', () => {
  test.each([
    ['hand back', handBack(signed.task, 'D1', ' ', clerk(day)), 'task-reason-missing'],
    ['insist', insist(handedBack.task, 'D1', '', office(day)), 'task-reason-missing'],
    ['report', report(signed.task, 'D1', told(''), clerk(day)), 'task-reason-missing'],
    ['report too much', report(signed.task, 'D1', told('字'.repeat(2001)), clerk(day)), 'task-words-long'],
    ['ask', askExtension(signed.task, 'D1', '2025-09-30', '', clerk(day)), 'task-reason-missing'],
    ['submit', submit(signed.task, 'D1', '', [paper], clerk(day)), 'task-reason-missing'],
    ['submit bare', submit(signed.task, 'D1', '办完了。', [], clerk(day)), 'duty-evidence-missing'],
    ['give back', giveBack(submitted.task, 'D1', '', null, chief(day)), 'task-reason-missing'],
    ['reopen', reopen(closed.task, 'D1', '', null, chief(day)), 'task-reason-missing'],
    ['withdraw', withdraw(signed.task, '', office(day)), 'task-reason-missing'],
    ['urge', urge(signed.task, 'D1', '', office(day)), 'task-reason-missing'],
    ['escalate to nobody', escalate(signed.task, 'D1', ' ', '请过问。', office(day)), 'escalation-to-nobody'],
    ['no such duty', sign(sent.task, 'D7', clerk(day)), 'duty-unknown'],
  ])('%s', (_name, result, code) => {
    expect(codes(result)).toEqual([code]);
  });
});

describe('letters', () => {
  const letter = { number: '临督〔2025〕1号', replyBy: '2025-07-18', words: '请说明。' };
  const supervised = having(signed, (task) => supervise(task, 'D1', letter, office('2025-07-15')));
  test('have a number of their own and a day after today', () => {
    expect(codes(supervise(supervised.task, 'D1', letter, office(day)))).toEqual(['letter-number']);
    expect(codes(supervise(signed.task, 'D1', { ...letter, number: ' ' }, office(day)))).toEqual(['letter-number']);
    expect(codes(supervise(signed.task, 'D1', { ...letter, replyBy: day }, office(day)))).toEqual(['extension-day']);
  });
  test('are answered once, by the unit', () => {
    const answer = (task: Task, number = letter.number) =>
      answerLetter(task, 'D1', number, '本周办结。', clerk('2025-07-16'));
    const { task } = done(answer(supervised.task));
    expect(dutyOf(task, 'D1')?.urgings[0]?.repliedOn).toBe('2025-07-16');
    expect(codes(answer(task))).toEqual(['letter-unknown']);
    expect(codes(answer(supervised.task, '临督〔2025〕2号'))).toEqual(['letter-unknown']);
  });
});

describe('making a task', () => {
  const made = (changes: Partial<typeof alone>) => codes(create({ ...alone, ...changes }, office('2025-01-02')));
  test.each([
    [{ title: ' ' }, ['task-title']],
    [{ title: '字'.repeat(121) }, ['task-title']],
    [{ duties: [] }, ['task-lead-missing']],
    [{ duties: [duty('D1', '甲局', { role: 'cooperating' as const })] }, ['task-lead-missing']],
    [{ duties: [duty('D1', '甲局'), duty('D2', '甲局')] }, ['duty-twice']],
    [{ duties: [duty('D1', '甲局'), duty('D1', '乙局')] }, ['duty-twice']],
    [{ dependsOn: ['T1'] }, ['dependency-circle']],
    [{ milestones: [{ id: 'M1', name: '开工', dueOn: '2025-03-31', dutyId: 'D4' }] }, ['duty-unknown']],
  ])('%j is refused', (changes, wanted) => {
    expect(made(changes)).toEqual(wanted);
  });

  test('a unit that is only a name is not sent anything', () => {
    const unnamed = begun({ ...alone, duties: [{ ...duty('D1', '各县区'), unit: { id: null, name: '各县区' } }] });
    expect(codes(assign(unnamed.task, office('2025-01-03')))).toEqual(['unit-unresolved']);
  });
});
