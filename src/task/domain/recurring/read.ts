import type { Period } from '../../../kernel/index.ts';
import type { Recurrence } from '../model/index.ts';

type Round = Extract<Recurrence, { kind: 'every' }>['every'];

/** The words that open a round, with how many months it has. */
const MARK =
  /每(?:个)?月|每两个月|每隔一个月|隔月|每(?:个)?季度?|每半年|每(?:个)?年度?|按月|按季度?|按年度?|逐月|逐季|逐年|一月一|一季一|一年一|一年(?=[一二两三四五六七八九十\d]+[次场期])|(?<!\d)月调度|(?<!\d)季督查|(?<!\d)年交账/gu;
/** 每人每月1000元 and the like: a rate of money, no duty. */
const PER_HEAD = /(?:每(?:人|家|户|名|吨|个|台|亩|平方米)|[/／])$/u;
const MONEY = /^[^，。；]{0,12}?\d[\d,.]*\s*(?:万|亿)?元/u;
const MONTH = '(?:1[0-2]|[1-9])月(?:份|底|末|初|上旬|中旬|下旬)?';
const NAMED = new RegExp(`^的?(${MONTH}(?:[、和及]${MONTH}){0,11})(?:前|以前|之前)?`, 'u');
const DAY = /^的?(\d{1,2})日(?:之?前|以前)/u;
const TIMES = /(?:不少于|至少|各)?([一二两三四五六七八九十]|\d{1,2})(次|场|期|轮|回|届)/u;
const DATED_MONTH = `(?:(?:20\\d{2})年)?${MONTH}`;
const DATED = new RegExp(
  `(20\\d{2})年${MONTH}(?:[、和及]${DATED_MONTH}){1,23}(?:前|以前|之前)?各([^，。；]{0,8}?)([一二两三四五六七八九十]|\\d{1,2})(?:次|场|期|轮|回|届)([^，。；、]*)`,
  'gu',
);

/** More often than this in a round is a figure to be reached, not so many meetings. */
const mostTimes = 60;
/** As far as a rhythm reaches when no stop ends it. */
const longestPhrase = 200;

/**
 * The recurring duties that words name: 每月一次专题调研、每年举办一次推进会、每年4月和10月各一次、2026年5月、10月各一场、月调度、季督查、年交账.
 * What is said without a rhythm (定期、不定期) is none, and no more is money by head and month.
 */
export function readRecurrences(text: string): Recurrence[] {
  const words = text.replaceAll(/\s+/gu, '');
  const found: { readonly at: number; readonly recurrence: Recurrence }[] = [];
  for (const match of words.matchAll(DATED)) {
    const [all, , doing = '', times = '', what = ''] = match;
    const recurrence: Recurrence = {
      kind: 'dated',
      months: datedMonths(all),
      times: numberOf(times),
      what: tidy(`${doing}${what}`),
    };
    found.push({ at: match.index, recurrence });
  }
  const marks = [...words.matchAll(MARK)].filter((mark) => isDuty(words, mark));
  for (const [at, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const [rest = ''] = words
      .slice(from, Math.min(marks[at + 1]?.index ?? words.length, from + longestPhrase))
      .split(/[。；，]/u);
    found.push({ at: mark.index, recurrence: ofRound(mark[0], rest) });
  }
  return found.sort((a, b) => a.at - b.at).map(({ recurrence }) => recurrence);
}

function isDuty(words: string, mark: RegExpExecArray): boolean {
  const end = mark.index + mark[0].length;
  const after = words.slice(end, end + 30);
  return (
    !PER_HEAD.test(words.slice(Math.max(0, mark.index - 4), mark.index)) &&
    !MONEY.test(after) &&
    !/^(?:来|均|度)/u.test(after)
  );
}

function ofRound(mark: string, rest: string): Recurrence {
  const every = roundOf(mark);
  const named = every === 12 ? NAMED.exec(rest) : null;
  const afterMonths = named === null ? rest : rest.slice(named[0].length);
  const dayed = every === 1 ? DAY.exec(afterMonths) : null;
  const day = dayed === null ? null : Number(dayed[1]);
  const words = dayed === null ? afterMonths : afterMonths.slice(dayed[0].length);
  const times = TIMES.exec(words);
  const count = times === null ? 1 : numberOf(times[1] ?? '');
  const owed = count >= 1 && count <= mostTimes ? count : 1;
  const months = named === null ? [] : [...(named[1] ?? '').matchAll(/(\d{1,2})月/gu)].map((each) => Number(each[1]));
  const short = /调度$|督查$|交账$/u.exec(mark)?.[0] ?? '';
  const what = tidy(`${short}${times === null ? words : words.replace(times[0], '')}`);
  return { kind: 'every', every, times: owed, months, day: day !== null && day >= 1 && day <= 31 ? day : null, what };
}

function roundOf(mark: string): Round {
  if (/半年/u.test(mark)) return 6;
  if (/两个月|隔/u.test(mark)) return 2;
  if (/季/u.test(mark)) return 3;
  return /月/u.test(mark) ? 1 : 12;
}

/** Months `2025-03`; one without a year has that of the one before it. */
function datedMonths(words: string): Period[] {
  let year = '';
  const months: Period[] = [];
  for (const [, ofYear, month] of words.matchAll(/(?:(20\d{2})年)?(\d{1,2})月/gu)) {
    year = ofYear ?? year;
    months.push(`${year}-${String(month).padStart(2, '0')}`);
  }
  return [...new Set(months)];
}

const digits = '一二三四五六七八九十';
const numberOf = (word: string): number =>
  word === '两' ? 2 : digits.includes(word) && word !== '' ? digits.indexOf(word) + 1 : Number(word);

/** Without what joins it to its neighbours; null when nothing is left. */
function tidy(words: string): string | null {
  const bare = words
    .replace(/^(?:底|末|初|前|之前|以前|各(?=\p{Script=Han})|至少|不少于|[，、：:])+/u, '')
    .replace(/[、和及“”"（(]+$/u, '')
    .replace(/^[”“"]+(?![^“”"]*[”"])/u, '');
  return bare === '' ? null : bare.slice(0, 80);
}

/**
 * The recurring duties of a plan's item: those that its words name, and a plain one for each rhythm that the reviewer
 * stated and the words do not tell more about.
 */
export function recurrencesOf(
  words: string | null,
  stated: readonly ('monthly' | 'quarterly' | 'yearly')[],
): Recurrence[] {
  const read = words === null ? [] : readRecurrences(words);
  const rounds = { monthly: 1, quarterly: 3, yearly: 12 } as const;
  const plain = stated
    .filter((rhythm) => !read.some((each) => each.kind === 'every' && each.every === rounds[rhythm]))
    .map((rhythm): Recurrence => {
      const every = rounds[rhythm];
      return { kind: 'every', every, times: 1, months: [], day: null, what: null };
    });
  return [...read, ...plain];
}
