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
  signedByAll,
  stamp,
  told,
} from '../../../../tests/examples/task.ts';

import { dueNow, dutyOf, firstDue, outcomeOf, stateOf } from '../standing.ts';
import {
  addDuty,
  answerExtension,
  askExtension,
  assign,
  closeOut,
  giveBack,
  handBack,
  insist,
  reachMilestone,
  reassign,
  reopen,
  report,
  settle,
  sign,
  submit,
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

const day = '2025-07-15';

describe('more time', () => {
  const asked = having(signed, (task) => askExtension(task, 'D1', '2025-09-30', '设备晚到。', clerk('2025-06-10')));
  const at = (history: History) => {
    const found = dutyOf(history.task, 'D1');
    if (found === undefined) throw new Error('no duty');
    return { first: firstDue(history.task, found), now: dueNow(history.task, found) };
  };

  test('is asked for after the deadline only, and once at a time', () => {
    expect(codes(askExtension(signed.task, 'D1', '2025-06-30', '理由。', clerk(day)))).toEqual(['extension-day']);
    expect(codes(askExtension(signed.task, 'D1', '2025-06-31', '理由。', clerk(day)))).toEqual(['day-unknown']);
    expect(codes(askExtension(asked.task, 'D1', '2025-10-31', '理由。', clerk(day)))).toEqual(['extension-waits']);
  });

  test('is granted by another person, for the day asked or another; the first deadline stays', () => {
    expect(at(asked)).toEqual({ first: '2025-06-30', now: '2025-06-30' });
    const granted = having(asked, (task) =>
      answerExtension(task, 'D1', '2025-08-31', '同意到八月底。', chief('2025-06-12')),
    );
    expect(at(granted)).toEqual({ first: '2025-06-30', now: '2025-08-31' });
    expect(dutyOf(granted.task, 'D1')?.extensions).toMatchObject([
      {
        from: '2025-06-30',
        to: '2025-09-30',
        answer: { to: '2025-08-31', words: '同意到八月底。', by: { id: '审核员' } },
      },
    ]);
    expect(codes(answerExtension(granted.task, 'D1', '2025-10-31', '理由。', chief(day)))).toEqual(['extension-none']);
    const again = having(
      granted,
      (task) => askExtension(task, 'D1', '2025-12-31', '又晚了。', clerk('2025-08-20')),
      (task) => answerExtension(task, 'D1', null, '不再延期。', chief('2025-08-21')),
    );
    expect(at(again)).toEqual({ first: '2025-06-30', now: '2025-08-31' });
  });

  test('is not granted by who asked, nor for a day that is not later, nor without a word', () => {
    expect(codes(answerExtension(asked.task, 'D1', '2025-09-30', '同意。', clerk(day)))).toEqual([
      'extension-second-person',
    ]);
    expect(codes(answerExtension(asked.task, 'D1', '2025-06-30', '同意。', chief(day)))).toEqual(['extension-day']);
    expect(codes(answerExtension(asked.task, 'D1', null, '', chief(day)))).toEqual(['task-reason-missing']);
  });

  test('an old request answered after a later day was given by the office does not shorten it', () => {
    const sentBack = having(
      asked,
      (task) => submit(task, 'D1', '办完了。', [paper], clerk('2025-06-20')),
      (task) => giveBack(task, 'D1', '缺照片。', '2025-12-31', chief('2025-06-21')),
    );
    expect(at(sentBack)).toEqual({ first: '2025-06-30', now: '2025-12-31' });
    const answer = (to: string) => answerExtension(sentBack.task, 'D1', to, '同意。', chief('2025-06-22'));
    expect(codes(answer('2025-09-30'))).toEqual(['extension-day']);
    expect(at({ ...sentBack, task: done(answer('2026-01-31')).task }).now).toBe('2026-01-31');
  });

  test('given after the deadline does not make it on time', () => {
    const late = having(
      signed,
      (task) => askExtension(task, 'D1', '2025-09-30', '晚了。', clerk('2025-07-10')),
      (task) => answerExtension(task, 'D1', '2025-09-30', '同意。', chief('2025-07-11')),
      (task) => submit(task, 'D1', '办完了。', [paper], clerk('2025-09-01')),
      (task) => closeOut(task, 'D1', chief('2025-09-02')),
    );
    const found = dutyOf(late.task, 'D1');
    expect(found && outcomeOf(late.task, found, '2025-09-02')).toMatchObject({ kind: 'closed', onTime: false });
  });
});

describe('closing out', () => {
  test('counts the day on which it was handed in, not that of the second person', () => {
    const late = having(submitted, (task) => closeOut(task, 'D1', chief('2025-07-20')));
    const found = dutyOf(late.task, 'D1');
    expect(found && outcomeOf(late.task, found, '2025-07-20')).toEqual({
      ...{ kind: 'closed', on: '2025-07-20', submittedOn: '2025-06-20', onTime: true },
    });
  });

  test('is not for the one who asked, nor for one who reported', () => {
    expect(codes(closeOut(submitted.task, 'D1', clerk(day)))).toEqual(['duty-second-person']);
    const reported = having(
      signed,
      (task) => report(task, 'D1', told(), stamp('审核员', '甲局', '2025-03-01')),
      (task) => submit(task, 'D1', '办完了。', [paper], clerk('2025-06-20')),
    );
    expect(codes(closeOut(reported.task, 'D1', chief(day)))).toEqual(['duty-second-person']);
  });

  test('sent back after the deadline it is late, unless another day is given', () => {
    const back = (to: string | null) => {
      const { task } = having(submitted, (each) => giveBack(each, 'D1', '缺照片。', to, chief('2025-07-10')));
      const found = dutyOf(task, 'D1');
      return found && outcomeOf(task, found, '2025-07-11').kind;
    };
    expect(back(null)).toBe('overdue');
    expect(back('2025-07-20')).toBe('open');
    expect(codes(giveBack(submitted.task, 'D1', '缺照片。', '2025-06-30', chief(day)))).toEqual(['extension-day']);
  });

  test('opened again it keeps the close-out and the reason', () => {
    const { task } = having(closed, (each) => reopen(each, 'D1', '数字有误。', null, chief('2025-06-25')));
    expect(dutyOf(task, 'D1')).toMatchObject({
      state: 'signed',
      closings: [{ submittedOn: '2025-06-20', on: '2025-06-23' }],
      reopenings: [{ words: '数字有误。', on: '2025-06-25' }],
    });
    expect(stateOf(task)).toBe('open');
  });
});

describe('lead and cooperating units', () => {
  const all = signedByAll();
  const by = (unit: string, at: string) => stamp(`${unit}员`, unit, at);
  const part = having(all, (task) => submit(task, 'D3', '地已供。', [paper], by('丙区', '2025-05-20')));

  test('a lead waits for parts of others; a unit without part goes with it', () => {
    expect(codes(submit(all.task, 'D1', '办完了。', [paper], by('甲局', '2025-06-01')))).toEqual(['duty-parts-open']);
    expect(codes(submit(all.task, 'D2', '办完了。', [paper], by('乙局', '2025-06-01')))).toEqual([
      'duty-goes-with-lead',
    ]);
    const lead = having(part, (task) => submit(task, 'D1', '办完了。', [paper], by('甲局', '2025-06-01')));
    expect(codes(closeOut(lead.task, 'D1', chief('2025-06-02')))).toEqual(['duty-parts-open']);
    const both = having(
      lead,
      (task) => closeOut(task, 'D3', chief('2025-06-02')),
      (task) => closeOut(task, 'D1', chief('2025-06-03')),
    );
    expect(both.task.duties.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(dutyOf(both.task, 'D2')?.closings).toMatchObject([{ submittedOn: '2025-06-01', on: '2025-06-03' }]);
    expect(stateOf(both.task)).toBe('closed');
    const again = having(both, (task) => reopen(task, 'D1', '再核。', null, chief('2025-06-05')));
    expect(again.task.duties.map(({ state }) => state)).toEqual(['signed', 'signed', 'closed']);
    expect(codes(reopen(both.task, 'D2', '再核。', null, chief('2025-06-05')))).toEqual(['duty-goes-with-lead']);
  });

  test('joint leads each close their own; the others go with the last', () => {
    const joint = signedByAll(
      content({
        duties: [
          duty('D1', '甲局', { dueOn: '2025-06-30' }),
          duty('D2', '丁局', { dueOn: '2025-06-30' }),
          duty('D3', '乙局', { role: 'cooperating' }),
        ],
      }),
    );
    const one = having(
      joint,
      (task) => submit(task, 'D1', '办完了。', [paper], by('甲局', '2025-06-20')),
      (task) => closeOut(task, 'D1', chief('2025-06-21')),
    );
    expect(one.task.duties.map(({ state }) => state)).toEqual(['closed', 'signed', 'signed']);
    const two = having(
      one,
      (task) => submit(task, 'D2', '办完了。', [paper], by('丁局', '2025-07-02')),
      (task) => closeOut(task, 'D2', chief('2025-07-03')),
    );
    expect(two.task.duties.map(({ state, missed }) => [state, missed])).toEqual([
      ['closed', false],
      ['closed', true],
      ['closed', true],
    ]);
  });

  test('a re-assigned duty keeps its deadline and its trace; a unit is not given it twice', () => {
    const { task } = replaced;
    expect(task.duties.map(({ id, state, replaces, dueOn }) => [id, state, replaces, dueOn])).toEqual([
      ['D1', 'replaced', null, '2025-06-30'],
      ['D9', 'sent', 'D1', '2025-06-30'],
    ]);
    const to = (name: string, id: string | null, newDutyId = 'D8', dueOn: string | null = '2025-12-31') =>
      codes(reassign(all.task, 'D1', { newDutyId, unit: { id, name }, dueOn, reason: '调整。' }, office(day)));
    expect(to('甲局', '甲局')).toEqual(['duty-twice']);
    expect(to('戊局', '戊局', 'D2')).toEqual(['duty-twice']);
    expect(to('各县区', null)).toEqual(['unit-unresolved']);
    expect(to('戊局', '戊局')).toEqual([]);
    expect(to('戊局', '戊局', 'D8', day)).toEqual([]);
    expect(to('戊局', '戊局', 'D8', '2025-07-14')).toEqual(['reassign-day']);
    expect(to('戊局', '戊局', 'D8', null), 'the deadline of 30 June has passed').toEqual(['reassign-day']);
  });

  test('a hand-back that is not accepted puts it where it was', () => {
    expect(dutyOf(having(handedBack, (task) => insist(task, 'D1', '归你们管。', office(day))).task, 'D1')?.state).toBe(
      'signed',
    );
    const unsigned = having(sent, (task) => handBack(task, 'D1', '不归我们管。', clerk('2025-01-04')));
    expect(dutyOf(having(unsigned, (task) => insist(task, 'D1', '归你们管。', office(day))).task, 'D1')?.state).toBe(
      'sent',
    );
  });
});

describe('reports and milestones', () => {
  const figure = {
    id: 'F1',
    name: '场次',
    unit: '场',
    decimals: 0,
    target: 4,
    comparator: '>=',
    mode: 'cumulative',
  } as const;
  const measured = signedByAll(
    content({
      deliverables: [
        { ...figure, from: '2025-01-01', by: '2025-12-31', counts: 'reported', indicatorId: null, dutyId: null },
        {
          ...figure,
          id: 'F2',
          from: '2025-01-01',
          by: '2025-12-31',
          counts: 'indicator',
          indicatorId: 'a',
          dutyId: null,
        },
        {
          ...figure,
          id: 'F3',
          from: '2025-01-01',
          by: '2025-12-31',
          counts: 'reported',
          indicatorId: null,
          dutyId: 'D3',
        },
      ],
      milestones: [{ id: 'M1', name: '开工', dueOn: '2025-03-31', dutyId: 'D3' }],
    }),
  );
  const send = (deliverableId: string, value: number, words = '') =>
    codes(report(measured.task, 'D1', { ...told(words), figures: [{ deliverableId, value }] }, clerk(day)));

  test('a figure is a whole number from 0 on, of a deliverable that the unit reports', () => {
    expect(send('F1', 3)).toEqual([]);
    expect(send('F1', 0)).toEqual([]);
    for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])
      expect(send('F1', wrong)).toEqual(['task-figure']);
    expect(send('F2', 3)).toEqual(['deliverable-not-reported']);
    expect(send('F3', 3)).toEqual(['deliverable-not-reported']);
    expect(send('F9', 3)).toEqual(['deliverable-unknown']);
    const twice = {
      ...told(),
      figures: [
        { deliverableId: 'F1', value: 1 },
        { deliverableId: 'F1', value: 2 },
      ],
    };
    expect(codes(report(measured.task, 'D1', twice, clerk(day)))).toEqual(['deliverable-unknown']);
  });

  test('a milestone is reached once, by whose it is', () => {
    const by = stamp('丙区员', '丙区', '2025-03-20');
    const { task } = done(reachMilestone(measured.task, 'M1', '已开工。', by));
    expect(task.milestones[0]?.reachedOn).toBe('2025-03-20');
    expect(codes(reachMilestone(task, 'M1', '已开工。', by))).toEqual(['milestone-reached']);
    expect(codes(reachMilestone(measured.task, 'M1', '已开工。', clerk(day)))).toEqual(['duty-other-unit']);
    expect(codes(reachMilestone(measured.task, 'M2', '已开工。', by))).toEqual(['milestone-unknown']);
    expect(codes(reachMilestone(measured.task, 'M1', '', by))).toEqual(['task-reason-missing']);
  });

  test('what a unit has to reach and deliver goes to the one that takes its place', () => {
    const { task } = having(measured, (each) =>
      reassign(
        each,
        'D3',
        { newDutyId: 'D8', unit: { id: '戊区', name: '戊区' }, dueOn: '2025-12-31', reason: '调整。' },
        office(day),
      ),
    );
    expect([task.milestones[0]?.dutyId, task.deliverables[2]?.dutyId]).toEqual(['D8', 'D8']);
  });
});

describe('before it is sent, and after', () => {
  const draft = begun(content({ duties: [{ ...duty('D1', '各县区'), unit: { id: null, name: '各县区' } }] }));
  const { milestones, deliverables, dependsOn, recurrences } = draft.task;
  const settled = (...duties: ReturnType<typeof duty>[]) => ({
    duties,
    milestones: [],
    deliverables,
    dependsOn,
    recurrences,
  });

  test('the office says who is meant', () => {
    expect(milestones).toEqual([]);
    const { task } = having(
      draft,
      (each) => settle(each, settled(duty('D1', '芦洲区'), duty('D2', '望江区')), office('2025-01-03')),
      (each) => assign(each, office('2025-01-04')),
    );
    expect(task.duties.map(({ unit, state }) => [unit.name, state])).toEqual([
      ['芦洲区', 'sent'],
      ['望江区', 'sent'],
    ]);
    expect(codes(settle(task, settled(duty('D1', '芦洲区')), office(day)))).toEqual(['task-sent']);
    expect(codes(settle(draft.task, settled(), office(day)))).toEqual(['task-lead-missing']);
    expect(codes(settle(draft.task, { ...settled(duty('D1', '芦洲区')), dependsOn: ['T1'] }, office(day)))).toEqual([
      'dependency-circle',
    ]);
  });

  test('a unit can be added, and is sent alone', () => {
    const added = having(
      signed,
      (task) => addDuty(task, duty('D2', '乙局', { role: 'cooperating' }), office('2025-02-03')),
      (task) => assign(task, office('2025-02-04')),
    );
    expect(added.task.duties.map(({ state, sentOn }) => [state, sentOn])).toEqual([
      ['signed', '2025-01-03'],
      ['sent', '2025-02-04'],
    ]);
    expect(codes(addDuty(signed.task, duty('D1', '乙局'), office(day)))).toEqual(['duty-twice']);
    expect(codes(addDuty(signed.task, duty('D2', '甲局'), office(day)))).toEqual(['duty-twice']);
    expect(codes(addDuty(replaced.task, duty('D1', '甲局'), office(day)))).toEqual(['duty-twice']);
    expect(codes(addDuty(replaced.task, duty('D2', '甲局'), office(day)))).toEqual([]);
    const gone = having(signed, (task) => withdraw(task, '不办了。', office('2025-02-03')));
    expect(codes(addDuty(gone.task, duty('D2', '乙局'), office(day)))).toEqual(['task-withdrawn']);
  });
});
