import type { Span } from '../../../kernel/index.ts';

/** A time word as written. `by` is true for 到…年, …年底, …前: a point in time, not the year as a whole. */
export interface TimeToken extends Span {
  readonly kind: 'year' | 'years' | 'month' | 'everyYear' | 'everyPeriod' | 'thisYear' | 'past' | 'since';
  readonly year: number | null;
  readonly fromYear: number | null;
  readonly months: readonly number[];
  readonly by: boolean;
  /** Introduced by 到 or 至: “到2027年底”. */
  readonly reaching: boolean;
}

const YEAR = '(?:20\\d{2}|二[〇零]二[〇零一二三四五六七八九])';
const HALF = '(?:上半年|下半年|[一二三四]季度|第[一二三四]季度)';
const TOKEN = new RegExp(
  `(20\\d{2})(?=(?:[、，和]20\\d{2}){1,8}年)|(近[一二三四五两几\\d]?年来?|截至目前|目前|去年|上年(?!度?(?:同期|增))|历年|以来)` +
    `|((?:截至|截止|到|至)?)(${YEAR})年?(?:-{1,2}|至|到|~)(?:到|至)?(${YEAR})年(期间|间)?` +
    `|((?:截至|截止|力争到|到|至|在|于|从|自)?)(${YEAR})年(?:度)?(${HALF}(?:末|底)?|年?[底末初](?:之?前|以前)?|之?前|以前|内|起|以来)?((?:\\d{1,2}月(?:份)?(?:[1-3]?\\d日)?(?:上旬|中旬|下旬)?(?:[底末初])?(?:之?前|以前)?)(?:[、和，](?!20)\\d{1,2}月(?:份)?(?:[底末])?(?:之?前)?)*)?` +
    `|(每年|逐年|每年度|每一?年度?|年均(?!分别|各|增|复合|递增|综合|净增|下降|降低|提高|提升)|按年)|(每月|每季度?|每半年|每周|按月|按季|逐月)|(年内|今年|本年度?|全年(?!龄)|当年(?!度)|年底前|年底|年末)` +
    `|“?十四五”?(末|期末|期间|时期|规划期末)|“?十五五”?(末|期末|期间|时期|规划期末)`,
  'g',
);

/** Finds the time words of a folded text, in order. Numbers of document titles are left to the caller to mask. */
export function findTimeTokens(text: string): TimeToken[] {
  const tokens: TimeToken[] = [];
  for (const m of text.matchAll(TOKEN)) {
    const at = {
      start: m.index,
      end: m.index + m[0].length,
      fromYear: null,
      months: [] as number[],
      by: false,
      reaching: false,
    };
    if (m[1]) tokens.push({ ...at, kind: 'year', year: Number(m[1]) });
    else if (m[2]) tokens.push({ ...at, kind: 'past', year: null });
    else if (m[4])
      tokens.push({ ...at, kind: 'years', fromYear: yearOf(m[4]), year: yearOf(m[5]!), by: Boolean(m[3]) });
    else if (m[8]) {
      const tail = `${m[9] ?? ''}${m[10] ?? ''}`;
      const months = monthsOf(m[9] ?? '', m[10] ?? '');
      const kind = /截至|截止|以来/.test(m[7]! + tail)
        ? 'past'
        : /起$/.test(tail)
          ? 'since'
          : months.length > 0 && m[10]
            ? 'month'
            : 'year';
      tokens.push({
        ...at,
        kind,
        year: yearOf(m[8]),
        months,
        reaching: /到|至/.test(m[7]!),
        by: /到|至/.test(m[7]!) || /[底末前]/.test(tail),
      });
    } else if (m[11]) tokens.push({ ...at, kind: 'everyYear', year: null });
    else if (m[12]) tokens.push({ ...at, kind: 'everyPeriod', year: null });
    else if (m[13]) tokens.push({ ...at, kind: 'thisYear', year: null, by: /底|末/.test(m[13]) });
    else if (m[14]) tokens.push({ ...at, kind: 'year', year: 2025, by: true });
    else tokens.push({ ...at, kind: 'year', year: 2030, by: true });
  }
  return tokens;
}

const HAN_DIGITS = '〇一二三四五六七八九';
function yearOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return Number([...word].map((c) => HAN_DIGITS.indexOf(c === '零' ? '〇' : c)).join(''));
}

/** Months of a point in time: 年底 12, 上半年 06, 三季度 09. */
function monthsOf(half: string, months: string): number[] {
  if (months) return [...months.matchAll(/(\d{1,2})月/g)].map((m) => Number(m[1])).filter((n) => n >= 1 && n <= 12);
  if (/上半年|二季度/.test(half)) return [6];
  if (/一季度/.test(half)) return [3];
  if (/三季度/.test(half)) return [9];
  if (/下半年|四季度|[底末]/.test(half)) return [12];
  return [];
}
