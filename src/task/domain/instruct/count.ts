const digits = '零一二三四五六七八九';

/** 3, 三, 两, 十五, 二十 as a number; NaN for what is none. */
export function countOf(word: string): number {
  if (/^\d+$/u.test(word)) return Number(word);
  if (word === '两') return 2;
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(word);
  if (parts === null || word === '') return Number.NaN;
  const [, first = '', ten = '', last = ''] = parts;
  if (ten === '') return last === '' ? digits.indexOf(first) : Number.NaN;
  return (first === '' ? 1 : digits.indexOf(first)) * 10 + (last === '' ? 0 : digits.indexOf(last));
}
