import { describe, expect, test } from 'vitest';
import { workingCalendarOf } from '../../../../tests/examples/calendar.ts';
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
} from '../../../../tests/examples/task.ts';
import { answerLetter, assign, escalate, handBack, submit, supervise, urge } from '../moves/index.ts';
import { proposalWords } from '../wording/index.ts';
import { nextLetterNumber, readLetterNumber } from './letter.ts';
import { proposals } from './propose.ts';
import { usualUrgingRules as rules } from './rules.ts';

const { calendar } = workingCalendarOf();
const made = content({
  duties: [duty('D1', '甲局', { dueOn: '2025-09-30' }), duty('D2', '乙局', { role: 'cooperating' })],
});
const sent = having(begun(made), (task) => assign(task, office('2025-01-24')));
const signed = signedByAll(made);
const clerk = (day: string) => stamp('甲局员', '甲局', day);
const asked = (history: History, day: string) =>
  done(proposals(history.task, calendar, rules, day)).map((each) => {
    expect(proposalWords(each)).toMatch(/。$/);
    const figure = 'days' in each.reason ? each.reason.days : 'times' in each.reason ? each.reason.times : '';
    return `${each.step} ${each.reason.code} ${figure}`.trim();
  });

describe('who is asked after, in working days', () => {
  test('who has not signed for it', () => {
    // 24 January 2025 was a Friday; 26 and 27 were worked, then came eight days off.
    expect(asked(sent, '2025-01-27')).toEqual([]);
    expect(asked(sent, '2025-02-04')).toEqual([]);
    expect(asked(sent, '2025-02-05')).toEqual(['urge unsigned 3']);
  });

  test('who has little time left', () => {
    expect(asked(signed, '2025-09-22')).toEqual([]);
    expect(asked(signed, '2025-09-24')).toEqual(['urge due-soon 5']);
    expect(asked(signed, '2025-09-30')).toEqual(['urge due-soon 0']);
  });

  test('who is overdue: first asked, then written to, then brought before the chief', () => {
    // Eight days off, then the 9th, 10th and the Saturday of the 11th are worked.
    expect(asked(signed, '2025-10-08')).toEqual(['urge overdue 0']);
    expect(asked(signed, '2025-10-11')).toEqual(['urge overdue 3']);
    expect(asked(signed, '2025-10-14')).toEqual(['supervise overdue 5']);
    expect(asked(signed, '2025-10-28')).toEqual(['escalate overdue 15']);
    const [proposal] = done(proposals(signed.task, calendar, rules, '2025-10-14'));
    expect(proposal?.replyBy).toBe('2025-10-17');
  });

  test('urging twice in vain, and a letter not answered, lead on', () => {
    const urged = having(
      signed,
      (task) => urge(task, 'D1', '请抓紧。', office('2025-10-01')),
      (task) => urge(task, 'D1', '请抓紧。', office('2025-10-02')),
    );
    expect(asked(urged, '2025-10-10')).toEqual(['supervise urged-in-vain 2']);
    const letter = { number: '临督〔2025〕1号', replyBy: '2025-10-15', words: '请说明。' };
    const written = having(signed, (task) => supervise(task, 'D1', letter, office('2025-10-10')));
    expect(asked(written, '2025-10-15')).toEqual(['supervise overdue 6']);
    expect(asked(written, '2025-10-16')).toEqual(['escalate letter-unanswered']);
    const answered = having(written, (task) =>
      answerLetter(task, 'D1', letter.number, '本月办结。', clerk('2025-10-14')),
    );
    expect(asked(answered, '2025-10-16')).toEqual(['supervise overdue 7']);
  });

  test('nobody is asked again at once by the same step or a weaker one', () => {
    const urged = having(signed, (task) => urge(task, 'D1', '请抓紧。', office('2025-10-09')));
    expect(asked(urged, '2025-10-11')).toEqual([]);
    expect(asked(urged, '2025-10-13')).toEqual(['urge overdue 4']);
    expect(asked(urged, '2025-10-14')).toEqual(['supervise overdue 5']);
    const told = having(signed, (task) => escalate(task, 'D1', '链长', '请过问。', office('2025-10-13')));
    expect(asked(told, '2025-10-14')).toEqual([]);
  });

  test('nobody is asked who handed it in, is closed, or goes with the lead; a hand-back is asked after', () => {
    const inReview = having(signed, (task) => submit(task, 'D1', '办完了。', [paper], clerk('2025-09-29')));
    expect(asked(inReview, '2025-10-14')).toEqual([]);
    const back = having(signed, (task) => handBack(task, 'D1', '不归我们管。', clerk('2025-09-29')));
    expect(asked(back, '2025-10-14')).toEqual(['supervise overdue 5']);
  });

  test('beyond the published years the calendar is asked for, but a far deadline needs none', () => {
    const far = signedByAll({ ...made, duties: [duty('D1', '甲局', { dueOn: '2027-12-31' })] });
    expect(asked(far, '2026-06-01')).toEqual([]);
    expect(asked(far, '2026-12-30')).toEqual([]);
    expect(codes(proposals(far.task, calendar, rules, '2027-12-30'))).toEqual(['calendar-year-unpublished']);
    expect(codes(proposals(signed.task, calendar, rules, '2027-01-04'))).toEqual(['calendar-year-unpublished']);
  });
});

describe('numbers of letters', () => {
  test.each([
    [[], '临链督〔2026〕1号'],
    [['临链督〔2026〕1号', '临链督〔2026〕9号', '临链督〔2026〕10号'], '临链督〔2026〕11号'],
    [['临链督〔2025〕44号', '别督〔2026〕7号', '不是文号', '临链督〔2026〕03号'], '临链督〔2026〕1号'],
  ])('after %j comes %s', (used, next) => {
    expect(done(nextLetterNumber('临链督', 2026, used))).toBe(next);
  });
  test.each(['', 'ABC', '一二三四五六七八九十甲乙丙', '督〔'])('no sign: %j', (sign) => {
    expect(codes(nextLetterNumber(sign, 2026, []))).toEqual(['letter-sign']);
  });
  test('are read back', () => {
    expect(readLetterNumber('临链督〔2026〕12号')).toEqual({ sign: '临链督', year: 2026, no: 12 });
    for (const wrong of ['临链督(2026)12号', '临链督〔26〕12号', '临链督〔2026〕0号', '临链督〔2026〕第1号', ''])
      expect(readLetterNumber(wrong)).toBeNull();
  });
});
