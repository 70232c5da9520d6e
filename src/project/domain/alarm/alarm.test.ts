import { describe, expect, test } from 'vitest';
import type { MonthDone, ProjectContent, StageEvent } from '../model/index.ts';
import { standingOf } from '../stage/index.ts';
import { calendar, contentOf, doneOf, history, normsOf } from '../testing/project.ts';
import { alarmsOf, lightOf } from './index.ts';

const started = history(['step', 'started', '2026-01-15']);
const waiting = history(['step', 'waiting', '2026-01-15']);

function look(
  today: string,
  content: ProjectContent,
  events: StageEvent[] = started,
  done: MonthDone[] = [],
): string[] {
  const alarms = alarmsOf({ content, standing: standingOf(events), done, norms: normsOf(), calendar, today });
  for (const { reason, since } of alarms) {
    expect(reason).toMatch(/。$/u);
    expect(since <= today).toBe(true);
  }
  return alarms.map(({ rule, light, since }) => `${rule} ${light} ${since}`);
}

describe('silent: no report for some months, from the month in which it began', () => {
  test.each([
    ['2026-03-10', []],
    ['2026-03-11', ['silent yellow 2026-02-01']],
    ['2026-05-10', ['silent yellow 2026-02-01']],
    ['2026-05-11', ['silent red 2026-02-01']],
  ])('begun in January, nothing reported, on %s', (day, expected) => {
    expect(look(day, contentOf())).toEqual(expected);
  });
  test.each([
    ['2026-05-10', []],
    ['2026-05-11', ['silent yellow 2026-04-01']],
  ])('reported for February, on %s', (day, expected) => {
    expect(look(day, contentOf(), started, doneOf({ '2026-02': 0 }))).toEqual(expected);
  });
  test('what has not begun, or is finished, has nothing to report', () => {
    expect(look('2026-12-31', contentOf({}, { startMonth: '2027-12' }), waiting)).toEqual([]);
    expect(look('2026-12-31', contentOf(), history(['step', 'completed', '2026-01-15']))).toEqual([]);
  });
});

describe('behind the pace of the plan', () => {
  const months = Array.from({ length: 12 }, () => 100);
  const content = contentOf({ plan: [{ year: 2026, fen: 1200, months }] });
  test.each([
    [{ '2026-01': 100, '2026-02': 100 }, []],
    [{ '2026-01': 100, '2026-02': 60 }, []],
    [{ '2026-01': 100, '2026-02': 59 }, ['behind yellow 2026-03-01']],
    [{ '2026-01': 50, '2026-02': 50 }, ['behind yellow 2026-02-01']],
    [{ '2026-01': 49, '2026-02': 50 }, ['behind red 2026-02-01']],
  ])('in the middle of March with %j', (done, expected) => {
    expect(look('2026-03-15', content, started, doneOf(done))).toEqual(expected);
  });
  test('before the tenth the month before last is looked at, unless the last is there', () => {
    expect(look('2026-03-09', content, started, doneOf({ '2026-01': 100 }))).toEqual([]);
    expect(look('2026-03-09', content, started, doneOf({ '2026-01': 100, '2026-02': 0 }))).toEqual([
      'behind yellow 2026-03-01',
    ]);
  });
});

describe('planned months', () => {
  test.each([
    ['2026-02-28', '2026-04', []],
    ['2026-03-31', '2026-04', ['near blue 2026-03-31']],
    ['2026-04-30', '2026-04', ['near blue 2026-03-31']],
    ['2026-05-01', '2026-04', ['start-late yellow 2026-05-01']],
    ['2026-06-29', '2026-04', ['start-late yellow 2026-05-01']],
    ['2026-06-30', '2026-04', ['start-late red 2026-05-01']],
  ])('on %s, to begin in %s', (day, month, expected) => {
    expect(look(day, contentOf({}, { startMonth: month }), waiting)).toEqual(expected);
  });
  test('only the first that passed says so', () => {
    const facts = { startMonth: '2026-02', completionMonth: '2026-03', productionMonth: '2026-03' };
    expect(look('2026-04-20', contentOf({}, facts), waiting)).toEqual(['start-late yellow 2026-03-01']);
    const finished = history(['step', 'completed', '2026-03-15']);
    expect(look('2026-04-20', contentOf({}, facts), finished)).toEqual(['production-late yellow 2026-04-01']);
  });
  test('without a month of its own the norm of the stage counts', () => {
    expect(look('2026-04-25', contentOf(), waiting)).toEqual([]);
    expect(look('2026-04-26', contentOf(), waiting)).toEqual(['stage-long yellow 2026-04-26']);
    expect(look('2026-04-26', contentOf({}, { startMonth: '2026-12' }), waiting)).toEqual([]);
  });
});

describe('permits and milestones', () => {
  const permit = {
    kind: 'construction',
    name: '施工许可',
    plannedOn: null,
    acceptedOn: null,
    doneOn: null,
    number: '',
  };
  const of = (changes: Partial<typeof permit> | object) =>
    contentOf({ permits: [{ ...permit, ...changes }] }, { startMonth: '2027-12' });
  test.each([
    // Accepted on Wednesday before the holiday: seven working days end on Friday the 16th, the 10th being worked.
    ['2026-10-15', { acceptedOn: '2026-09-30' }, []],
    ['2026-10-16', { acceptedOn: '2026-09-30' }, ['permit-norm yellow 2026-10-16']],
    ['2026-12-20', { acceptedOn: '2026-09-30' }, ['permit-norm red 2026-10-16']],
    ['2026-12-20', { acceptedOn: '2026-09-30', doneOn: '2026-12-01' }, []],
    ['2026-12-20', { kind: 'environment', acceptedOn: '2026-11-19' }, ['permit-norm yellow 2026-12-20']],
    ['2026-12-19', { kind: 'environment', acceptedOn: '2026-11-19' }, []],
    // The calendar of 2027 is not published: nobody says that it is late.
    ['2027-02-20', { acceptedOn: '2026-12-30' }, []],
    ['2026-06-01', { plannedOn: '2026-05-31' }, ['permit-late yellow 2026-06-01']],
    ['2026-05-31', { plannedOn: '2026-05-31' }, ['near blue 2026-05-01']],
    ['2026-04-30', { plannedOn: '2026-05-31' }, []],
  ])('on %s a permit with %j', (day, changes, expected) => {
    expect(look(day, of(changes), waiting)).toEqual(expected);
  });
  test('a milestone', () => {
    const milestones = [
      { name: '封顶', plannedOn: '2026-05-31', doneOn: null },
      { name: '设备进场', plannedOn: '2026-05-31', doneOn: '2026-05-30' },
    ];
    const content = contentOf({ milestones }, { startMonth: '2027-12' });
    expect(look('2026-06-01', content, waiting)).toEqual(['milestone-late yellow 2026-06-01']);
  });
});

test('more than the whole is odd', () => {
  const done = doneOf({ '2026-01': 1440, '2026-02': 1 });
  expect(look('2026-03-05', contentOf(), started, done)).toEqual(['over-total yellow 2026-02-28']);
  expect(look('2026-03-05', contentOf(), started, doneOf({ '2026-01': 1440, '2026-02': 0 }))).toEqual([]);
});

test('what left the libraries or reached its aim has nothing to be late with; the worst comes first', () => {
  const late = contentOf({ milestones: [{ name: '封顶', plannedOn: '2026-01-31', doneOn: null }] });
  expect(look('2026-12-31', late, [...started, ...history(['withdraw', 'started', '2026-06-01'])])).toEqual([]);
  expect(look('2026-12-31', late, history(['step', 'reached', '2026-06-01']))).toEqual([]);
  expect(look('2026-03-15', late)).toEqual(['silent yellow 2026-02-01', 'milestone-late yellow 2026-02-01']);
  expect(lightOf([{ light: 'blue' }, { light: 'red' }])).toBe('red');
  expect(lightOf([])).toBe('green');
});
