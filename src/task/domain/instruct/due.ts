import {
  addDays,
  addWorkingDays,
  type Day,
  dayNumber,
  isDayText,
  isWorkingDay,
  lastDay,
  type Period,
  periodOf,
  shifted,
  type WorkingCalendar,
} from '../../../kernel/index.ts';
import { countOf } from './count.ts';
import type { InstructDoubt, Stretch } from './model.ts';

/** A time that words name, with the day by which it is over; none where the words leave it open. */
export interface SaidTime extends Stretch {
  readonly said: string;
  readonly day: Day | null;
  readonly doubt: InstructDoubt | null;
}

interface Around {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}
type Read = Pick<SaidTime, 'day'> & { readonly code?: InstructDoubt['code'] };
type Reader = (groups: Readonly<Record<string, string | undefined>>, around: Around) => Read;

const open = (code: InstructDoubt['code']): Read => ({ day: null, code });
const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const YEAR = '(?<year>20\\d{2}年|今年|本年|明年|后年)?';
const BEFORE = '(?:下班)?(?:之前|以前|前)?';
/** After a month: 9月底前, 9月中旬, 9月份, 9月前. */
const PART = '(?<part>份?底|末|份|初|上旬|中旬|下旬|中)?';

const yearOf = (said: string | undefined, today: Day): number | null => {
  const now = Number(today.slice(0, 4));
  if (said === undefined) return null;
  return { 今年: now, 本年: now, 明年: now + 1, 后年: now + 2 }[said] ?? Number(said.slice(0, 4));
};
const two = (value: number): string => String(value).padStart(2, '0');

/** A day of a year that may not be said: the next that comes. */
function inYear(said: string | undefined, today: Day, dayIn: (year: number) => Day): Read {
  const year = yearOf(said, today);
  const now = Number(today.slice(0, 4));
  const day = dayIn(year ?? now);
  if (!isDayText(day)) return open('due-ambiguous');
  if (year !== null || day >= today) return { day };
  const next = dayIn(now + 1);
  return isDayText(next) ? { day: next, code: 'due-year-assumed' } : open('due-ambiguous');
}

const dayInMonth = (month: Period, day: number): Day => `${month}-${two(day)}`;

function endOfPart(month: Period, part: string | undefined, before: boolean): Day | null {
  if (part === '初' || part === '上旬') return part === '初' && before ? null : dayInMonth(month, 10);
  if (part === '中旬') return dayInMonth(month, 20);
  if (part === '中') return null;
  // 9月前 may mean before it begins or before it ends.
  return (part === undefined || part === '份') && before ? null : lastDay(month);
}

const weekdays = '一二三四五六日';

/** The day of a week that begins so many weeks from the present one. */
function weekday(today: Day, weeks: number, name: string): Day {
  const monday = addDays(today, -((dayNumber(today) + 3) % 7) + weeks * 7);
  return addDays(monday, weekdays.indexOf(name === '天' ? '日' : name));
}

/** The last day of a week on which people work. */
function lastWorked(today: Day, weeks: number, calendar: WorkingCalendar): Read {
  for (const name of [...weekdays].reverse()) {
    const day = weekday(today, weeks, name);
    const works = isWorkingDay(calendar, day);
    if (!works.ok) return open('due-unpublished');
    if (works.value) return day >= today ? { day } : { day, code: 'due-past' };
  }
  return open('due-ambiguous');
}

const quarterNames = '一二三四';

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`${YEAR}(?<month>${MONTH})月(?<day>\\d{1,2}|${NUMBER})[日号]${BEFORE}`, 'gu'),
    ({ year, month = '', day = '' }, { today }) =>
      inYear(year, today, (each) => `${each}-${two(countOf(month))}-${two(countOf(day))}`),
  ],
  [
    new RegExp(`${YEAR}(?<month>${MONTH})月${PART}(?<before>之前|以前|前)?`, 'gu'),
    ({ year, month = '', part, before }, { today }) =>
      inYear(year, today, (each) => endOfPart(`${each}-${two(countOf(month))}`, part, before !== undefined) ?? ''),
  ],
  [
    new RegExp(`(?<which>本|这个|当|下个?|次)月(?<day>\\d{1,2}|${NUMBER})[日号]${BEFORE}`, 'gu'),
    ({ which = '', day = '' }, { today }) => {
      const month = shifted(today.slice(0, 7), /下|次/u.test(which) ? 1 : 0);
      const found = dayInMonth(month, countOf(day));
      return isDayText(found) ? { day: found } : open('due-ambiguous');
    },
  ],
  [
    /(?<which>本|这个|当|下个?|次)?月(?<part>底|末|内|中旬|上旬|下旬)(?:之前|以前|前)?/gu,
    ({ which = '', part = '' }, { today }) => {
      const month = shifted(today.slice(0, 7), /下|次/u.test(which) ? 1 : 0);
      return { day: endOfPart(month, part === '内' ? '底' : part, true) };
    },
  ],
  [
    new RegExp(`(?<day>\\d{1,2})[日号]${BEFORE}`, 'gu'),
    ({ day = '' }, { today }) => {
      const found = dayInMonth(today.slice(0, 7), Number(day));
      if (isDayText(found) && found >= today) return { day: found };
      return open('due-ambiguous');
    },
  ],
  [
    /(?<which>下下|下|本|这)?(?:个)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])(?:下班)?(?:之前|以前|前)?/gu,
    ({ which = '', day = '' }, { today }) => {
      const found = weekday(today, which === '下下' ? 2 : which === '下' ? 1 : 0, day);
      return { day: found };
    },
  ],
  [
    /(?<which>下下|下|本|这)(?:个)?(?:周|星期)(?<end>之内|以内|内|末|底)(?:之前|以前|前)?/gu,
    ({ which = '', end = '' }, { today, calendar }) =>
      end === '末' ? open('due-ambiguous') : lastWorked(today, which === '下下' ? 2 : which === '下' ? 1 : 0, calendar),
  ],
  [/(?:下|本|这)(?:个)?(?:周|星期|月)(?:之前|以前|前)/gu, () => open('due-ambiguous')],
  [
    new RegExp(`(?<count>${NUMBER})个?工作日(?:之内|以内|内)?`, 'gu'),
    ({ count = '' }, { today, calendar }) => {
      const found = addWorkingDays(calendar, today, countOf(count));
      return found.ok ? { day: found.value } : open('due-unpublished');
    },
  ],
  [
    new RegExp(`(?<count>${NUMBER})(?:天|日)(?:之内|以内|内)`, 'gu'),
    ({ count = '' }, { today }) => ({ day: addDays(today, countOf(count)) }),
  ],
  [
    new RegExp(`(?<count>${NUMBER})个?(?:周|星期)(?:之内|以内|内)`, 'gu'),
    ({ count = '' }, { today }) => ({ day: addDays(today, countOf(count) * 7) }),
  ],
  [/半个?月(?:之内|以内|内)/gu, (_groups, { today }) => ({ day: addDays(today, 15) })],
  [
    new RegExp(`(?<count>${NUMBER})个月(?:之内|以内|内)`, 'gu'),
    ({ count = '' }, { today }) => {
      const month = shifted(today.slice(0, 7), countOf(count));
      const wanted = `${month}-${today.slice(8)}`;
      return { day: isDayText(wanted) ? wanted : lastDay(month) };
    },
  ],
  [/(?:今天|今日|当天|当日)(?:之内|以内|内|下班前|下班之前)?/gu, (_groups, { today }) => ({ day: today })],
  [/(?:明天|明日)(?:下班)?(?:之前|以前|前)?/gu, (_groups, { today }) => ({ day: addDays(today, 1) })],
  [/后天(?:下班)?(?:之前|以前|前)?/gu, (_groups, { today }) => ({ day: addDays(today, 2) })],
  [
    /(?:(?<year>20\d{2}年|今年|本年|明年|后年)年?|(?<![半一两三四五六七八九十\d])年)(?:底|末|内)(?:之前|以前|前)?/gu,
    ({ year }, { today }) => ({ day: `${yearOf(year, today) ?? Number(today.slice(0, 4))}-12-31` }),
  ],
  [
    /(?<year>20\d{2}年|今年|本年|明年)?第?(?<quarter>[一二三四])季度(?:末|底|内)?(?<before>之前|以前|前)?/gu,
    ({ year, quarter = '' }, { today }) =>
      inYear(year, today, (each) => lastDay(`${each}-Q${quarterNames.indexOf(quarter) + 1}`)),
  ],
  [
    /(?<which>本|这个?|下个?)季度?(?:末|底|内)(?:之前|以前|前)?/gu,
    ({ which = '' }, { today }) => ({
      day: lastDay(shifted(periodOf(today.slice(0, 7), 'quarter'), which.startsWith('下') ? 1 : 0)),
    }),
  ],
  [
    /(?<year>20\d{2}年|今年|本年|明年)?(?<half>上|下)半年(?:内|底|末)?(?:之前|以前|前)?/gu,
    ({ year, half }, { today }) => inYear(year, today, (each) => (half === '上' ? `${each}-06-30` : `${each}-12-31`)),
  ],
  // The days of feasts and meetings stand in no calendar that we know.
  [/(?:元旦|春节|两会|清明|五一|端午|中秋|国庆|双十一)(?:节|期间)?(?:之前|以前|前|后)/gu, () => open('due-vague')],
  [/(?:尽快|尽早|抓紧|马上|立即|立刻|近期|近日|适时|及时)/gu, () => open('due-vague')],
];

/** A deadline stands before what it is the deadline of: without a word of limit a bare month may be something else. */
const isBare = (said: string): boolean => /^(?:20\d{2}年|今年|本年|明年|后年)?[\d一二三四五六七八九十]+月$/u.test(said);

/**
 * The times that words name, in their order: the longest reading where several begin alike. What lies before today, has no
 * one meaning, or needs a calendar that is not published comes without a day, and with the reason.
 */
export function timesIn(words: string, today: Day, calendar: WorkingCalendar): SaidTime[] {
  const found: SaidTime[] = [];
  for (const [pattern, read] of readers)
    for (const match of words.matchAll(pattern)) {
      const [said] = match;
      // 每月底前 is a rhythm, and 2025 of 12025 no year.
      if (isBare(said) || /[每\d]/u.test(words.charAt(match.index - 1))) continue;
      const { day, code } = read(match.groups ?? {}, { today, calendar });
      found.push({ start: match.index, end: match.index + said.length, said, ...judged(said, day, code, today) });
    }
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: SaidTime[] = [];
  for (const each of inOrder) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

function judged(
  said: string,
  day: Day | null,
  code: InstructDoubt['code'] | undefined,
  today: Day,
): Pick<SaidTime, 'day' | 'doubt'> {
  if (day === null || day === '') return { day: null, doubt: { code: code ?? 'due-ambiguous', given: said } };
  if (day < today || code === 'due-past') return { day: null, doubt: { code: 'due-past', given: said } };
  return { day, doubt: code === undefined ? null : { code, given: `${said}（${day}）` } };
}
