const DIGITS = '零一二三四五六七八九';

/**
 * Reads a Chinese numeral such as 二十, 一百零三, 两千五百, 〇. Returns null for anything else.
 * Takes no 万 or 亿: those are scales of the unit (see `quantity.ts`).
 */
export function hanNumber(word: string): number | null {
  let total = 0;
  let digit = -1;
  for (const c of word) {
    const d = DIGITS.indexOf(c === '〇' ? '零' : c === '两' ? '二' : c);
    if (d >= 0) {
      // 二五 is not a numeral of this kind (二〇二五 is a year and read elsewhere).
      if (digit > 0) return null;
      digit = d;
      continue;
    }
    const power = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : 0;
    if (power === 0) return null;
    total += (digit > 0 ? digit : 1) * power;
    digit = -1;
  }
  if (digit >= 0) total += digit;
  return word === '' ? null : total;
}

/** Reads 1,600 or 2.5; the text must match `NUMBER`. */
export const arabicNumber = (word: string): number => Number(word.replace(/,/g, ''));

/** Source of a pattern for an Arabic number with thousands commas and decimals. */
/** Bounded, so that a megabyte of digits costs no more than a line of them. */
export const NUMBER = '\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,8})?';
export const HAN_NUMBER = '[一二两三四五六七八九十百千零〇]{1,6}';

const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
export const SCALE = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百';
export const scaleOf = (word: string | undefined): number => (word ? (SCALES[word] ?? 1) : 1);

/** Rounds away the dust of binary multiplication: 1.2 × 10000 is 12000. */
export const exact = (n: number): number => Number(n.toPrecision(12));
