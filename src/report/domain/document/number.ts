import type { Block } from './document.ts';

const digits = '〇一二三四五六七八九';

/** 1 → 一, 10 → 十, 21 → 二十一; as far as a document has headings. */
export function chineseCount(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const last = ones === 0 ? '' : digits.charAt(ones);
  if (tens === 0) return digits.charAt(ones);
  return `${tens === 1 ? '' : digits.charAt(tens)}十${last}`;
}

/** The number before each heading, by the id of its block: 一、（一）1. */
export function headingNumbers(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const counts = [0, 0, 0];
  const numbers = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    const count = counts[at] ?? 0;
    const said = block.level === 1 ? `${chineseCount(count)}、` : `（${chineseCount(count)}）`;
    numbers.set(block.id, block.level === 3 ? `${count}.` : said);
  }
  return numbers;
}
