import { describe, expect, test } from 'vitest';
import { workingCalendarOf } from '../../../../tests/examples/calendar.ts';
import { done, office, stamp } from '../../../../tests/examples/task.ts';
import { usualRules } from '../settings/rules.ts';
import { cyclesAhead, reminderDays } from './ahead.ts';
import type { Cycle } from './cycle.ts';
import { officesRunning } from './offices.ts';
import { pickCycle } from './pick.ts';
import { closeCycle, openCycle, planCycle } from './run.ts';

const { calendar } = workingCalendarOf();
const { cycle: rules } = usualRules;

describe('the cycles that there have to be', () => {
  const on = (day: string, some = rules) => cyclesAhead(day, calendar, some).map(({ period }) => period);

  test.each([
    ['2025-05-01', ['2025-05', '2025-Q2', '2025']],
    ['2025-05-30', ['2025-05', '2025-Q2', '2025']],
    ['2025-05-31', ['2025-Q2', '2025']],
    ['2025-07-03', ['2025-07', '2025-Q2', '2025-Q3', '2025']],
    ['2025-07-04', ['2025-07', '2025-Q3', '2025']],
    ['2026-01-15', ['2026-01', '2026-Q1', '2025']],
    ['2026-01-16', ['2026-01', '2026-Q1']],
  ])('on %s: %j', (day, wanted) => {
    expect(on(day)).toEqual(wanted);
  });

  test('none of a kind that the office does not run, and none that the calendar does not reach', () => {
    expect(on('2025-05-01', { ...rules, quarterly: null })).toEqual(['2025-05', '2025']);
    expect(on('2026-12-31')).toEqual(['2026-12']);
    expect(on('2027-01-04')).toEqual([]);
  });

  test('one that opens before its period begins is there when it opens', () => {
    const early = { ...rules, monthly: { due: -20, open: 5, remind: [] }, quarterly: null, yearly: null };
    expect(cyclesAhead('2025-07-24', calendar, early)).toEqual([]);
    const [first] = cyclesAhead('2025-07-25', calendar, early);
    expect(first).toEqual({ kind: 'monthly', period: '2025-08', opensOn: '2025-07-25', dueOn: '2025-08-01' });
  });
});

test('who has not reported is reminded some working days before the last day, never before it opens', () => {
  const head = { kind: 'monthly', opensOn: '2025-05-23', dueOn: '2025-05-30' } as const;
  expect(reminderDays(head, calendar, rules)).toEqual(['2025-05-28', '2025-05-30']);
  expect(reminderDays({ ...head, opensOn: '2025-05-29' }, calendar, rules)).toEqual(['2025-05-30']);
  expect(reminderDays({ ...head, dueOn: '2027-01-05' }, calendar, rules)).toEqual(['2027-01-05']);
  expect(reminderDays(head, calendar, { ...rules, monthly: null })).toEqual([]);
});

describe('which office runs cycles', () => {
  const above = [
    { above: '市', below: '甲区' },
    { above: '市', below: '乙区' },
    { above: '市', below: '甲镇' },
    { above: '甲区', below: '甲镇' },
  ];
  test.each([
    [[], [], []],
    [[], ['市', '甲区'], ['市']],
    [[], ['甲镇', '乙区'], ['乙区', '甲镇']],
    [['甲区'], ['市', '甲区', '甲镇'], ['市', '甲区']],
    [['市'], ['甲区'], ['市']],
    [['甲区', '市'], [], ['市', '甲区']],
  ])('set %j, keeping %j: %j', (set, keeping, wanted) => {
    expect(officesRunning({ set, keeping, above }).toSorted()).toEqual([...wanted].sort());
  });
});

describe('for which cycle a report counts', () => {
  const cycle = (id: string, opensOn: string, dueOn: string): Cycle =>
    done(
      openCycle(done(planCycle({ id, kind: 'monthly', period: dueOn.slice(0, 7), opensOn, dueOn })), office(opensOn)),
    );
  const may = cycle('may', '2025-05-20', '2025-05-30');
  const june = cycle('june', '2025-06-20', '2025-06-30');
  const quarter = done(
    openCycle(
      done(
        planCycle({ id: 'quarter', kind: 'quarterly', period: '2025-Q2', opensOn: '2025-06-25', dueOn: '2025-07-03' }),
      ),
      office('2025-06-25'),
    ),
  );
  const mayOver = done(closeCycle(may, office('2025-05-31')));
  const at = (day: string) => stamp('员', '甲局', day).at;
  const said = (cycleId: string, late = false) => ({ cycleId, late });
  const nothing = { cycleId: null, late: false };

  test.each([
    ['no cycle', [], [], '2025-05-25', nothing],
    ['in time', [may], [], '2025-05-30', said('may')],
    ['late while it is open', [may], [], '2025-05-31', said('may', true)],
    ['late', [mayOver], [], '2025-06-05', said('may', true)],
    ['late again', [mayOver], [said('may', true)], '2025-06-06', said('may', true)],
    ['who was in time is not made late', [mayOver], [said('may')], '2025-06-05', nothing],
    ['the new one before one that is over', [mayOver, june], [], '2025-06-21', said('june')],
    ['also when he has reported for it', [mayOver, june], [said('june')], '2025-06-22', said('june')],
    ['of two the one that ends first', [quarter, june], [], '2025-06-26', said('june')],
    ['then the other', [quarter, june], [said('june')], '2025-06-26', said('quarter')],
    ['then the first again', [quarter, june], [said('june'), said('quarter')], '2025-06-26', said('june')],
    ['the one that still runs', [quarter, june], [said('quarter')], '2025-07-01', said('quarter')],
  ])('%s', (_what, cycles, reports, day, wanted) => {
    expect(pickCycle(cycles, reports, at(day))).toEqual(wanted);
    expect(pickCycle([...cycles].reverse(), reports, at(day))).toEqual(wanted);
  });
});
