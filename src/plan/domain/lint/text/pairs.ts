import type { Span } from '../../../../kernel/index.ts';

/** A mark without its partner. */
export interface Unpaired extends Span {
  readonly mark: string;
  readonly opens: boolean;
}

const PARTNER: Readonly<Record<string, string>> = {
  '）': '（',
  '》': '《',
  '〕': '〔',
  '”': '“',
  '’': '‘',
  '」': '「',
};
const OPENERS = new Set(Object.values(PARTNER));

/**
 * Marks of one folded paragraph that have no partner in it. Closing brackets behind a number at the beginning are labels
 * (1）). Of two that cross, the inner one is reported.
 */
export function findUnpaired(text: string): Unpaired[] {
  const found: Unpaired[] = [];
  const stack: Unpaired[] = [];
  const depth = new Map<string, number>();
  const push = (mark: string, by: number): void => void depth.set(mark, (depth.get(mark) ?? 0) + by);
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (OPENERS.has(mark)) {
      stack.push({ start: i, end: i + 1, mark, opens: true });
      push(mark, 1);
    }
    const partner = PARTNER[mark];
    if (partner === undefined) continue;
    if ((depth.get(partner) ?? 0) > 0) {
      // The marks in between were never closed.
      for (let top = stack.pop()!; ; top = stack.pop()!) {
        push(top.mark, -1);
        if (top.mark === partner) break;
        found.push(top);
      }
    } else if (!isLabel(text, i)) found.push({ start: i, end: i + 1, mark, opens: false });
  }
  for (const left of stack) found.push(left);
  return withoutEchoes(found.sort((a, b) => a.start - b.start));
}

/** ”甲” with the first mark turned the wrong way round is one slip, not two: every second of a run is an echo. */
function withoutEchoes(found: readonly Unpaired[]): Unpaired[] {
  const kept: Unpaired[] = [];
  let before: Unpaired | null = null;
  for (const u of found) {
    if (before !== null && before.mark === u.mark && u.start - before.start <= 20) {
      before = null;
      continue;
    }
    kept.push(u);
    before = u;
  }
  return kept;
}

const isLabel = (text: string, i: number): boolean =>
  text[i] === '）' && /(?:^|[。；：，、])[\dA-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, i - 4), i));
