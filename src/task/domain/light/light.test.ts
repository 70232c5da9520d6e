import { describe, expect, test } from 'vitest';
import {
  content,
  duty,
  type History,
  having,
  office,
  paper,
  signedByAll,
  stamp,
  told,
} from '../../../../tests/examples/task.ts';
import type { Deliverable, Reading, Task } from '../model/index.ts';
import {
  answerExtension,
  askExtension,
  assign,
  closeOut,
  create,
  handBack,
  reachMilestone,
  reassign,
  reopen,
  report,
  submit,
  withdraw,
} from '../moves/index.ts';
import { reasonWords } from '../wording/index.ts';
import { lightOf, worstLight } from './light.ts';
import { paceOf } from './pace.ts';
import { usualLightRules as rules } from './rules.ts';

const base = content({
  duties: [duty('D1', '甲局', { dueOn: '2025-06-30' }), duty('D2', '乙局', { role: 'cooperating' })],
});
const signed = signedByAll(base);
const clerk = (day: string) => stamp('甲局员', '甲局', day);
const chief = (day: string) => stamp('审核员', 'office', day);
const seen = (history: History, day: string, at = 0, readings: readonly Reading[] = []): string => {
  const owed = history.task.duties[at];
  if (owed === undefined) throw new Error('no duty');
  const { light, reason } = lightOf(history.task, owed, readings, day, rules);
  expect(reasonWords(reason)).toMatch(/。$/);
  return `${light} ${reason.code}`;
};

const submitted = (day: string) => (task: Task) => submit(task, 'D1', '办完了。', [paper], clerk(day));
const closed = (day: string) => (task: Task) => closeOut(task, 'D1', chief(day));

describe('a light follows from dates', () => {
  test.each([
    ['2025-06-19', 'green on-course'],
    ['2025-06-20', 'blue near'],
    ['2025-06-30', 'blue near'],
    ['2025-07-01', 'red overdue'],
    ['2026-07-01', 'red overdue'],
  ])('open on %s: %s', (day, light) => {
    expect(seen(signed, day)).toBe(light);
    expect(seen(signed, day, 1), 'who goes with the lead has its light').toBe(
      light.replace('green on-course', 'green on-course'),
    );
  });

  test('handed in by the deadline it is green while it waits, handed in late it stays red', () => {
    expect(seen(having(signed, submitted('2025-06-30')), '2025-07-20')).toBe('green in-review');
    expect(seen(having(signed, submitted('2025-07-01')), '2025-07-20')).toBe('red overdue');
  });

  test('a red that was caught up is yellow for that month', () => {
    const late = having(signed, submitted('2025-07-10'), closed('2025-07-14'));
    expect(seen(late, '2025-07-14')).toBe('yellow caught-up');
    expect(seen(late, '2025-07-31')).toBe('yellow caught-up');
    expect(seen(late, '2025-08-01')).toBe('green closed-late');
    expect(seen(late, '2025-07-31', 1)).toBe('yellow caught-up');
    const inTime = having(signed, submitted('2025-06-10'), closed('2025-07-14'));
    expect(seen(inTime, '2025-07-14')).toBe('green closed-on-time');
  });

  test('more time given after the deadline does not wash it clean', () => {
    const asked = having(signed, (task) => askExtension(task, 'D1', '2025-09-30', '晚了。', clerk('2025-07-02')));
    expect(seen(asked, '2025-07-03')).toBe('red overdue');
    const granted = having(asked, (task) => answerExtension(task, 'D1', '2025-09-30', '同意。', chief('2025-07-04')));
    expect(seen(granted, '2025-07-31')).toBe('yellow caught-up');
    expect(seen(granted, '2025-08-01')).toBe('green on-course');
    expect(seen(granted, '2025-10-01')).toBe('red overdue');
    const inTime = having(
      signed,
      (task) => askExtension(task, 'D1', '2025-09-30', '晚了。', clerk('2025-06-02')),
      (task) => answerExtension(task, 'D1', '2025-09-30', '同意。', chief('2025-06-04')),
    );
    expect(seen(inTime, '2025-07-01')).toBe('green on-course');
  });

  test('a hand-back does not stop the clock; nothing is owed after a re-assignment or withdrawal', () => {
    expect(
      seen(
        having(signed, (task) => handBack(task, 'D1', '不归我们管。', clerk('2025-06-29'))),
        '2025-07-01',
      ),
    ).toBe('red overdue');
    const other = having(signed, (task) =>
      reassign(
        task,
        'D1',
        { newDutyId: 'D9', unit: { id: '丁局', name: '丁局' }, dueOn: '2025-08-31', reason: '调整。' },
        office('2025-07-02'),
      ),
    );
    expect(other.task.duties.map((_, at) => seen(other, '2025-07-31', at))).toEqual([
      'none not-owed',
      'green on-course',
      'yellow caught-up',
    ]);
    expect(
      seen(
        having(signed, (task) => withdraw(task, '不办了。', office('2025-07-02'))),
        '2025-07-31',
      ),
    ).toBe('none not-owed');
  });

  test('opened again after its deadline it is red at once, unless another day was given', () => {
    const all = having(signed, submitted('2025-06-10'), closed('2025-06-12'));
    const open = (to: string | null) => having(all, (task) => reopen(task, 'D1', '有误。', to, chief('2025-07-20')));
    expect(seen(open(null), '2025-07-20')).toBe('red overdue');
    expect(seen(open('2025-08-31'), '2025-07-20')).toBe('green on-course');
  });

  test('without a deadline, milestone or figure there is no light', () => {
    expect(seen(signedByAll(content({ duties: [duty('D1', '甲局')] })), '2030-01-01')).toBe('none no-deadline');
  });

  test('a milestone that passed is yellow until it is reached', () => {
    const made = signedByAll({ ...base, milestones: [{ id: 'M1', name: '开工', dueOn: '2025-03-31', dutyId: null }] });
    expect(seen(made, '2025-03-31')).toBe('green on-course');
    expect(seen(made, '2025-04-01')).toBe('yellow milestone-late');
    expect(seen(made, '2025-06-25')).toBe('yellow milestone-late');
    expect(seen(made, '2025-07-01')).toBe('red overdue');
    const reached = having(made, (task) => reachMilestone(task, 'M1', '已开工。', clerk('2025-04-10')));
    expect(seen(reached, '2025-04-11')).toBe('green on-course');
  });

  test('the task has the worst light of its units', () => {
    const two = signedByAll(content());
    expect(worstLight(two.task, [], '2025-06-05', rules)).toMatchObject({ light: 'red', dutyId: 'D3' });
    expect(worstLight(two.task, [], '2025-05-05', rules)).toMatchObject({ light: 'green', dutyId: 'D1' });
    const made = create(base, office('2025-01-02'));
    if (made.ok) expect(worstLight(made.value.task, [], '2025-06-05', rules)).toBeNull();
    if (made.ok) expect(assign(made.value.task, office('2025-01-03')).ok).toBe(true);
  });
});

describe('the pace of a figure', () => {
  const figure: Deliverable = {
    ...{ id: 'F1', name: '改造项目', unit: '个', decimals: 0, target: 100, comparator: '>=', mode: 'cumulative' },
    ...{ from: '2025-01-01', by: '2025-12-31', counts: 'reported', indicatorId: null, dutyId: null },
  };
  const long = { ...base, duties: [duty('D1', '甲局', { dueOn: '2025-12-31' })] };
  const measured = (changes: Partial<Deliverable> = {}) =>
    signedByAll({ ...long, deliverables: [{ ...figure, ...changes }] });
  const reported = (history: History, day: string, value: number) =>
    having(history, (task) => report(task, 'D1', { ...told(), figures: [{ deliverableId: 'F1', value }] }, clerk(day)));

  test('is even from the first day to the last, with a tolerance in points of the target', () => {
    // On 2 July 183 of 365 days have gone: 50.1 of 100 wanted, 40.1 tolerated.
    const at = (value: number) => seen(reported(measured(), '2025-07-01', value), '2025-07-02');
    expect(at(41)).toBe('green on-course');
    expect(at(40)).toBe('yellow behind-pace');
    expect(at(100)).toBe('green on-course');
  });

  test('has no tolerance left on the last day', () => {
    const at = (value: number) => seen(reported(measured({ by: '2025-06-30' }), '2025-06-29', value), '2025-06-30');
    expect(at(99)).toBe('yellow behind-pace');
    expect(at(100)).toBe('green on-course');
  });

  test('silence is behind after a while, and 0 is a figure', () => {
    expect(seen(measured(), '2025-02-14')).toBe('green on-course');
    expect(seen(measured(), '2025-02-15')).toBe('yellow behind-pace');
    const zero = reported(measured(), '2025-02-10', 0);
    expect(seen(zero, '2025-02-04')).toBe('green on-course');
    expect(seen(zero, '2025-02-15')).toBe('yellow behind-pace');
    expect(seen(reported(measured(), '2025-02-10', 3), '2025-02-15')).toBe('green on-course');
  });

  test('the newest figure counts, a lower one too; later ones do not count for earlier days', () => {
    const twice = reported(reported(measured(), '2025-06-01', 60), '2025-07-01', 30);
    expect(paceOf(twice.task, figure, [], '2025-07-02', rules)?.value).toBe(30);
    expect(paceOf(twice.task, figure, [], '2025-06-30', rules)?.value).toBe(60);
    expect(paceOf(twice.task, figure, [], '2025-05-31', rules)?.value).toBeNull();
  });

  test('comes by readings where units do not report it', () => {
    const counted = measured({ counts: 'indicator', indicatorId: 'any' });
    const readings: Reading[] = [
      { deliverableId: 'F1', on: '2025-07-01', at: '2025-07-01T02:00:00.000Z', value: 30 },
      { deliverableId: 'F1', on: '2025-07-01', at: '2025-07-01T03:00:00.000Z', value: 60 },
      { deliverableId: 'F1', on: '2025-08-01', at: '2025-08-01T03:00:00.000Z', value: 10 },
      { deliverableId: 'F2', on: '2025-07-02', at: '2025-07-02T03:00:00.000Z', value: 1 },
    ];
    expect(seen(counted, '2025-07-02', 0, readings)).toBe('green on-course');
    expect(seen(counted, '2025-07-02', 0, readings.slice(0, 1))).toBe('yellow behind-pace');
    expect(seen(counted, '2025-08-02', 0, readings)).toBe('yellow behind-pace');
  });

  test('a level does not grow from nothing: it is behind only when its last day finds it short', () => {
    const level = measured({ mode: 'level', counts: 'indicator', by: '2025-06-30' });
    const reading = (value: number): Reading[] => [
      { deliverableId: 'F1', on: '2025-06-01', at: '2025-06-01T00:00:00.000Z', value },
    ];
    expect(seen(level, '2025-06-29', 0, reading(10))).toBe('green on-course');
    expect(seen(level, '2025-06-30', 0, reading(99))).toBe('yellow behind-pace');
    expect(seen(level, '2025-06-30', 0, reading(100))).toBe('green on-course');
  });

  test('very large figures are compared exactly', () => {
    const target = Number.MAX_SAFE_INTEGER;
    const huge = measured({ target });
    expect(seen(reported(huge, '2025-12-30', target - 1), '2025-12-31')).toBe('yellow behind-pace');
    expect(seen(reported(huge, '2025-12-30', target), '2025-12-31')).toBe('blue near');
  });

  test('what is to stay low, and what has not begun, has no pace', () => {
    expect(paceOf(measured().task, { ...figure, comparator: '<=' }, [], '2025-07-02', rules)).toBeNull();
    expect(paceOf(measured().task, figure, [], '2024-12-31', rules)).toBeNull();
  });
});
