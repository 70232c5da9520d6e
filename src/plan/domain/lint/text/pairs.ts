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
 * (1）). A pair that crosses another is reported by its second mark.
 */
export function findUnpaired(text: string): Unpaired[] {
  const found: Unpaired[] = [];
  const stack: { mark: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (OPENERS.has(mark)) stack.push({ mark, at: i });
    const partner = PARTNER[mark];
    if (partner === undefined) continue;
    if (stack.at(-1)?.mark === partner) stack.pop();
    else if (stack.some((s) => s.mark === partner)) {
      // The marks in between were never closed.
      while (stack.at(-1)?.mark !== partner) found.push(open(stack.pop()!));
      stack.pop();
    } else if (!isLabel(text, i)) found.push({ start: i, end: i + 1, mark, opens: false });
  }
  found.push(...stack.map(open));
  return withoutEchoes(found.sort((a, b) => a.start - b.start));
}

/** ”甲” with the first mark turned the wrong way round is one slip, not two. */
const withoutEchoes = (found: readonly Unpaired[]): Unpaired[] =>
  found.filter((u, i) => {
    const before = found[i - 1];
    return !(before && before.mark === u.mark && u.start - before.start <= 20 && !isEcho(found, i - 1));
  });

/** Every second of a run of like marks is an echo. */
function isEcho(found: readonly Unpaired[], i: number): boolean {
  const [u, before] = [found[i]!, found[i - 1]];
  return before !== undefined && before.mark === u.mark && u.start - before.start <= 20 && !isEcho(found, i - 1);
}

const open = ({ mark, at }: { mark: string; at: number }): Unpaired => ({
  start: at,
  end: at + 1,
  mark,
  opens: true,
});

const isLabel = (text: string, i: number): boolean =>
  text[i] === '）' && /(?:^|[。；：，、])[\dA-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(0, i));
