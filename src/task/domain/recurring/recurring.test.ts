import { describe, expect, test } from 'vitest';
import { begun, content, done, duty, office } from '../../../../tests/examples/task.ts';
import { diceOf } from '../../../indicator/domain/testing/dice.ts';
import { addDays, lastDay } from '../../../kernel/index.ts';
import type { Recurrence } from '../model/index.ts';
import { create } from '../moves/index.ts';
import { missingOccurrences, occurrencesOf, occurrenceTask } from './occurrences.ts';
import { readRecurrences, recurrencesOf } from './read.ts';

/** `每1月×1：专题调研`, `每12月×2（4、10月）：…`, `2026-05、2026-10×1：…` */
const short = (each: Recurrence): string => {
  const what = each.what === null ? '' : `：${each.what}`;
  if (each.kind === 'dated') return `${each.months.join('、')}×${each.times}${what}`;
  const months = each.months.length > 0 ? `（${each.months.join('、')}月）` : '';
  return `每${each.every}月×${each.times}${months}${each.day === null ? '' : `${each.day}日前`}${what}`;
};

describe('recurring duties read from words', () => {
  test.each([
    ['每月一次专题调研，每年一次推进会。', ['每1月×1：专题调研', '每12月×1：推进会']],
    ['链长每月开展一次专题调研、每年举办一次行业大会。', ['每1月×1：开展专题调研', '每12月×1：举办行业大会']],
    ['各链每年至少召开两次会议。', ['每12月×2：召开会议']],
    ['实行月调度、季督查、年交账。', ['每1月×1：调度', '每3月×1：督查', '每12月×1：交账']],
    ['每季度组织1场对接会，每半年通报一次。', ['每3月×1：组织对接会', '每6月×1：通报']],
    ['每年4月、10月各举办1场招聘会。', ['每12月×1（4、10月）：举办招聘会']],
    ['每年4月举办招聘会。', ['每12月×1（4月）：举办招聘会']],
    ['2026年5月、10月各一次推进会。', ['2026-05、2026-10×1：推进会']],
    ['分别于2025年3月、9月各开展1场专场对接会。', ['2025-03、2025-09×1：开展专场对接会']],
    ['2025年10月、2026年5月各组织两期培训。', ['2025-10、2026-05×2：组织培训']],
    ['一季一督查，按月调度进展。', ['每3月×1：督查', '每1月×1：调度进展']],
    ['每两个月会商一次。', ['每2月×1：会商']],
    ['一年两次集中开工。', ['每12月×2：集中开工']],
    ['每年选派博士到企业服务不少于100人次。', ['每12月×1：选派博士到企业服务不少于100人次']],
    ['每月5日前报送上月数据。', ['每1月×1' + '5日前：报送上月数据']],
    ['每月底前报送进展。', ['每1月×1：报送进展']],
    ['每 月 一 次 调 研。', ['每1月×1：调研']],
  ])('%s', (words, wanted) => {
    expect(readRecurrences(words).map(short)).toEqual(wanted);
  });

  test.each([
    '定期召开会议，不定期开展督查。',
    '按每人每月1000元标准给予补助。',
    '每年最高补助20万元。',
    '2025年9月底前开工，2026年6月底前交付。',
    '2026年5月举办一次推进会。',
    '每人/月补贴500元。',
    '5月、10月各一次。',
    '',
  ])('none in: %s', (words) => {
    expect(readRecurrences(words)).toEqual([]);
  });

  test('what the reviewer stated and the words do not tell is a plain one', () => {
    expect(recurrencesOf('每月一次专题调研。', ['monthly', 'yearly']).map(short)).toEqual([
      '每1月×1：专题调研',
      '每12月×1',
    ]);
    expect(recurrencesOf(null, ['quarterly']).map(short)).toEqual(['每3月×1']);
  });

  test('long and odd texts are read in the time it takes to read them', () => {
    for (const words of [
      '每'.repeat(50_000),
      '每年'.repeat(20_000),
      '2025年1月、'.repeat(10_000),
      '1月、'.repeat(20_000),
    ])
      expect(readRecurrences(words).length).toBeLessThanOrEqual(20_000);
  });
});

const every = (changes: Partial<Extract<Recurrence, { kind: 'every' }>>): Recurrence => ({
  ...{ kind: 'every', every: 12, times: 1, months: [], day: null, what: null },
  ...changes,
});
const due = (recurrence: Recurrence, from: string, to: string) =>
  occurrencesOf(recurrence, from, to).map(({ key, dueOn }) => `${key} ${dueOn}`);

describe('the times that are due', () => {
  test.each([
    [every({ every: 1 }), ['2025-01#1 2025-01-31', '2025-02#1 2025-02-28', '2025-03#1 2025-03-31']],
    [every({ every: 3 }), ['2025-03#1 2025-03-31']],
    [every({ every: 1, day: 5 }), ['2025-01#1 2025-01-05', '2025-02#1 2025-02-05', '2025-03#1 2025-03-05']],
    [every({ every: 1, day: 30 }), ['2025-01#1 2025-01-30', '2025-02#1 2025-02-28', '2025-03#1 2025-03-30']],
    [every({ every: 3, times: 2 }), ['2025-03#1 2025-02-28', '2025-03#2 2025-03-31']],
    [every({ months: [2, 10] }), ['2025-02#1 2025-02-28']],
    [every({}), []],
    [{ kind: 'dated', months: ['2025-03', '2025-09'], times: 1, what: null } as const, ['2025-03#1 2025-03-31']],
  ])('%j in the first quarter', (recurrence, wanted) => {
    expect(due(recurrence, '2025-01-01', '2025-03-31')).toEqual(wanted);
  });

  test('so many times a year are spread over it', () => {
    expect(due(every({ times: 2 }), '2025-01-01', '2025-12-31')).toEqual([
      '2025-12#1 2025-06-30',
      '2025-12#2 2025-12-31',
    ]);
    expect(due(every({ times: 5 }), '2025-01-01', '2025-12-31').map((each) => each.slice(-5))).toEqual([
      ...['03-31', '05-31', '08-31', '10-31', '12-31'],
    ]);
  });

  test('both ends count, and nothing is due before it begins', () => {
    expect(due(every({ every: 1 }), '2025-01-31', '2025-02-27')).toEqual(['2025-01#1 2025-01-31']);
    expect(due(every({ every: 1 }), '2025-02-01', '2025-01-31')).toEqual([]);
    expect(due(every({ every: 6 }), '2025-05-15', '2026-01-01')).toEqual([
      '2025-06#1 2025-06-30',
      '2025-12#1 2025-12-31',
    ]);
  });

  test('asked in pieces they are the same as asked at once, each key once', () => {
    const roll = diceOf(5);
    const rounds = [1, 2, 3, 6, 12] as const;
    for (let round = 0; round < 200; round++) {
      const recurrence = every({
        every: roll.pick(rounds),
        times: 1 + roll(5),
        day: roll(3) === 0 ? 1 + roll(31) : null,
      });
      const from = addDays('2023-01-01', roll(400));
      const middle = addDays(from, roll(500));
      const to = addDays(middle, 1 + roll(500));
      const whole = due(recurrence, from, to);
      expect([...due(recurrence, from, middle), ...due(recurrence, addDays(middle, 1), to)]).toEqual(whole);
      expect(new Set(whole.map((each) => each.split(' ')[0])).size).toBe(whole.length);
    }
  });

  test('a month of twelve has its own last day', () => {
    const found = due(every({ every: 1 }), '2024-01-01', '2024-12-31');
    expect(found).toEqual(found.map((each) => `${each.slice(0, 9)} ${lastDay(each.slice(0, 7))}`));
    expect(found).toHaveLength(12);
  });
});

describe('a time as a task of its own', () => {
  const { task } = begun(
    content({
      title: '链长活动',
      recurrences: [every({ every: 1, what: '开展专题调研' }), every({ times: 2 })],
      duties: [
        duty('D1', '甲局'),
        duty('D2', '乙局', { role: 'cooperating' }),
        duty('D3', '丙区', { role: 'cooperating', part: '选点' }),
      ],
    }),
  );
  const all = missingOccurrences(task, new Set(), '2025-01-01', '2025-12-31');

  test('is owed by the same units by its own day', () => {
    const made = all.map((each, at) => occurrenceTask(task, each, `T1-${at}`));
    expect(made.map(({ title }) => title).slice(0, 2)).toEqual([
      '开展专题调研（2025年1月）',
      '开展专题调研（2025年2月）',
    ]);
    expect(made.map(({ title }) => title).slice(-2)).toEqual([
      '链长活动（2025年6月，第1次）',
      '链长活动（2025年12月，第2次）',
    ]);
    expect(made[0]?.duties.map(({ unit, dueOn }) => [unit.name, dueOn])).toEqual([
      ['甲局', '2025-01-31'],
      ['乙局', null],
      ['丙区', '2025-01-31'],
    ]);
    for (const each of made) done(create(each, office('2025-01-02')));
  });

  test('is made once', () => {
    expect(all).toHaveLength(14);
    const keys = new Set(all.map(({ key }) => key));
    expect(keys.size).toBe(14);
    expect(missingOccurrences(task, keys, '2025-01-01', '2025-12-31')).toEqual([]);
    expect(missingOccurrences(task, keys, '2025-01-01', '2026-01-31').map(({ key }) => key)).toEqual(['0:2026-01#1']);
  });
});
