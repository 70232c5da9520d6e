import { describe, expect, test } from 'vitest';
import { workingCalendarOf } from '../../../../tests/examples/calendar.ts';
import { codes, done, having, office, paper, signedByAll, stamp, told } from '../../../../tests/examples/task.ts';
import { report, submit } from '../moves/index.ts';
import { type Cycle, type CycleState, cycleStates } from './cycle.ts';
import { missingReports } from './missing.ts';
import { acceptReport, closeCycle, freezeCycle, openCycle, planCycle, remind } from './run.ts';
import { countsSince, proposeCycle } from './schedule.ts';

const head = { id: 'C1', kind: 'monthly', period: '2025-05', opensOn: '2025-05-26', dueOn: '2025-05-30' } as const;
const planned = done(planCycle(head));
const open = done(openCycle(planned, office('2025-05-26')));
const closed = done(closeCycle(open, office('2025-05-31')));
const frozen = done(freezeCycle(closed, 'sm3:1', office('2025-06-02')));
const inState: Readonly<Record<CycleState, Cycle>> = { planned, open, closed, frozen };

describe('a cycle is planned', () => {
  test.each([
    [{ period: '2025-Q2' }, ['cycle-period']],
    [{ period: '2025' }, ['cycle-period']],
    [{ period: '2025-13' }, ['cycle-period']],
    [{ kind: 'quarterly' as const }, ['cycle-period']],
    [{ kind: 'quarterly' as const, period: '2025-Q2' }, []],
    [{ kind: 'yearly' as const, period: '2025' }, []],
    [{ opensOn: '2025-05-32' }, ['day-unknown']],
    [{ opensOn: '2025-05-31' }, ['cycle-days']],
    [{ opensOn: '2025-05-30' }, []],
  ])('%j: %j', (changes, wanted) => {
    expect(codes(planCycle({ ...head, ...changes }))).toEqual(wanted);
  });
});

test.each([
  ['open', (cycle: Cycle) => openCycle(cycle, office('2025-05-26')), ['planned']],
  ['remind', (cycle: Cycle) => remind(cycle, ['甲局'], '请填报。', office('2025-05-29')), ['open', 'closed']],
  ['take a report', (cycle: Cycle) => acceptReport(cycle, office('2025-05-29').at), ['open', 'closed']],
  ['close', (cycle: Cycle) => closeCycle(cycle, office('2025-05-31')), ['open']],
  ['freeze', (cycle: Cycle) => freezeCycle(cycle, 'sm3:2', office('2025-06-02')), ['closed']],
] as const)('in every state: %s', (_name, move, allowed) => {
  for (const state of cycleStates)
    expect(codes(move(inState[state])), state).toEqual(
      (allowed as readonly string[]).includes(state) ? [] : ['cycle-state'],
    );
});

describe('a cycle runs', () => {
  test('from its first day, and ends when its last has passed', () => {
    expect(codes(openCycle(planned, office('2025-05-25')))).toEqual(['cycle-not-yet']);
    expect(codes(closeCycle(open, office('2025-05-30')))).toEqual(['cycle-not-yet']);
  });

  test('takes reports as late when the last day has passed', () => {
    expect(done(acceptReport(open, '2025-05-30T15:59:59.999Z'))).toEqual({ cycleId: 'C1', late: false });
    expect(done(acceptReport(open, '2025-05-30T16:00:00.000Z'))).toEqual({ cycleId: 'C1', late: true });
    expect(done(acceptReport(closed, office('2025-06-01').at)).late).toBe(true);
  });

  test('remembers who was reminded, each once', () => {
    const { reminders } = done(remind(open, ['乙局', '甲局', '乙局'], '请填报。', office('2025-05-29')));
    expect(reminders).toMatchObject([{ unitIds: ['乙局', '甲局'], on: '2025-05-29', words: '请填报。' }]);
    expect(codes(remind(open, [], '请填报。', office('2025-05-29')))).toEqual(['cycle-nobody']);
  });

  test('keeps when and by whom it was frozen, and the fingerprint', () => {
    expect(frozen.frozen).toMatchObject({ digest: 'sm3:1', by: { name: '调度员' }, at: office('2025-06-02').at });
    expect([planned, open, closed, frozen].map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  });
});

describe('when a cycle runs', () => {
  const { calendar } = workingCalendarOf();
  test.each([
    ['2025-05', { kind: 'monthly', opensOn: '2025-05-23', dueOn: '2025-05-30' }],
    ['2025-01', { kind: 'monthly', opensOn: '2025-01-21', dueOn: '2025-01-27' }],
    ['2025-Q3', { kind: 'quarterly', opensOn: '2025-09-28', dueOn: '2025-10-11' }],
    ['2025', { kind: 'yearly', opensOn: '2025-12-31', dueOn: '2026-01-15' }],
  ])('%s is proposed in working days: %j', (period, wanted) => {
    const found = done(proposeCycle(period, calendar));
    expect(found).toEqual({ period, ...wanted });
    expect(codes(planCycle({ id: 'C1', ...found }))).toEqual([]);
  });

  test('the year whose next is not published cannot be proposed', () => {
    expect(codes(proposeCycle('2026', calendar))).toEqual(['calendar-year-unpublished']);
    expect(codes(proposeCycle('2026-12', calendar))).toEqual([]);
    expect(codes(proposeCycle('2027-01', calendar))).toEqual(['calendar-year-unpublished']);
  });

  test('close-outs count since the year began', () => {
    expect(['2025-05', '2025-Q3', '2025'].map(countsSince)).toEqual(['2025-01-01', '2025-01-01', '2025-01-01']);
  });
});

test('who is to be reminded: who is open, closes out by itself, and has not reported for this cycle', () => {
  const signed = signedByAll();
  const missing = (task: typeof signed.task) => missingReports([task], 'C1').map(({ dutyId }) => dutyId);
  expect(missing(signed.task)).toEqual(['D1', 'D3']);
  const by = stamp('甲局员', '甲局', '2025-05-27');
  expect(missing(having(signed, (task) => report(task, 'D1', told('有进展。', 'C0'), by)).task)).toEqual(['D1', 'D3']);
  expect(missing(having(signed, (task) => report(task, 'D1', told('有进展。', 'C1'), by)).task)).toEqual(['D3']);
  const handedIn = having(signed, (task) =>
    submit(task, 'D3', '办完了。', [paper], stamp('丙区员', '丙区', '2025-05-27')),
  );
  expect(missing(handedIn.task)).toEqual(['D1']);
});
