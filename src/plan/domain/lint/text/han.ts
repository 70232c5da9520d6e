const DIGITS = '零一二三四五六七八九';

/** Reads a short count: 3, 三, 两, 十, 十二. */
export function hanDigits(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  let total = 0;
  let digit = 0;
  for (const c of word) {
    if (c === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = Math.max(0, DIGITS.indexOf(c === '两' ? '二' : c));
  }
  return total + digit;
}
