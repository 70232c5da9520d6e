import type { Block } from './block.ts';

const DIGITS = [...'〇一二三四五六七八九'];

/** The number that stands before each heading, by its place among the blocks: 一、（一）1.（1）; each level starts anew below the one above. */
export function numberHeadings(blocks: readonly Block[]): ReadonlyMap<number, string> {
  const counts = [0, 0, 0, 0];
  const numbers = new Map<number, string>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading' || block.numbered === false) return;
    const level = block.level - 1;
    const count = (counts[level] ?? 0) + 1;
    counts[level] = count;
    counts.fill(0, level + 1);
    numbers.set(at, label(block.level, count));
  });
  return numbers;
}

function label(level: 1 | 2 | 3 | 4, count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`;
  if (level === 2) return `（${chineseNumber(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

/** 1 → 一, 12 → 十二, 20 → 二十, 105 → 一百〇五; up to 999, more than any document has headings. */
export function chineseNumber(count: number): string {
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  const high = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`;
  if (tens === 0) return high === '' ? (DIGITS[ones] ?? '') : `${high}${ones === 0 ? '' : `〇${DIGITS[ones]}`}`;
  const ten = tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
  return `${high}${ten}${ones === 0 ? '' : DIGITS[ones]}`;
}
