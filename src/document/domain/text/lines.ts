import { fold } from './fold.ts';

/** A line of the source that is not blank. Offsets are into the source, without the surrounding blanks. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Folded text without surrounding blanks; inner blanks kept. */
  readonly text: string;
  /** Width in Chinese characters: ASCII counts half, blanks nothing. */
  readonly width: number;
  /** Blanks before the text. */
  readonly indent: number;
  /** Tabs inside the text. */
  readonly tabs: number;
}

const BLANK = /[\s\u3000\u00a0\ufeff\u200b]/;

/** Splits a text into its lines that are not blank. Takes line feeds of every kind and form feeds as line ends. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = from;
    while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++;
    const line = trimmed(text, from, to);
    if (line) lines.push(line);
    from = to + 1;
  }
  return lines;
}

/** A line of Markdown without the marks that make it a heading: `## 一、目标` → `一、目标`. */
export function withoutMark(line: Line): Line {
  const mark = /^(#{1,6})[\s\u3000]+/.exec(line.text);
  if (mark === null) return line;
  const length = mark[0].length;
  return {
    ...line,
    start: line.start + length,
    text: line.text.slice(length),
    width: line.width - mark[1]!.length / 2,
  };
}

const isLineEnd = (code: number): boolean =>
  code === 10 || code === 13 || code === 12 || code === 11 || code === 0x2028 || code === 0x2029 || code === 0x85;

function trimmed(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && BLANK.test(text[start]!)) start++;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  if (start === end) return null;
  let width = 0;
  let tabs = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) tabs++;
    else if (code > 0x7f) width += BLANK.test(text[i]!) ? 0 : 1;
    else if (code > 32) width += 0.5;
  }
  return { start, end, text: fold(text.slice(start, end)), width, indent: start - from, tabs };
}

/**
 * The width at which the text around each line is wrapped, or Infinity where lines are whole paragraphs. It is taken
 * from the neighbourhood because a gazette changes its type area between documents.
 */
export function wrapWidths(lines: readonly Line[]): Float64Array {
  const block = 30;
  const widths = new Float64Array(lines.length).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < lines.length; from += block) {
    const near = lines.slice(Math.max(0, from - block), from + 2 * block).filter((l) => l.tabs < 2);
    const w = commonWidth(near);
    for (let i = from; i < Math.min(lines.length, from + block); i++) widths[i] = w;
  }
  return widths;
}

/**
 * Which lines are filled to the last character where the text is wrapped by number of characters, digits counting like
 * Chinese ones (as copied text often is). Nothing where lines differ in length or some are longer.
 */
export function filledByCount(lines: readonly Line[]): boolean[] {
  const block = 30;
  const filled = lines.map(() => false);
  for (let from = 0; from < lines.length; from += block) {
    const near = lines.slice(Math.max(0, from - block), from + 2 * block).filter((l) => l.tabs < 2);
    const count = commonCount(near.map(charsOf));
    if (count === null) continue;
    for (let i = from; i < Math.min(lines.length, from + block); i++) filled[i] = charsOf(lines[i]!) >= count;
  }
  return filled;
}

const charsOf = (l: Line): number => l.end - l.start + l.indent;

function commonCount(counts: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const c of counts) times.set(c, (times.get(c) ?? 0) + 1);
  const [best] = [...times].sort((a, b) => b[1] - a[1]);
  if (!best || best[0] < 10 || best[0] > 60 || counts.length < 8) return null;
  const longer = counts.filter((c) => c > best[0]).length;
  return best[1] / counts.length >= 0.4 && longer / counts.length <= 0.05 ? best[0] : null;
}

function commonWidth(lines: readonly Line[]): number {
  if (lines.length < 4) return Number.POSITIVE_INFINITY;
  const widths = lines.map((l) => l.width);
  const sorted = [...widths].sort((a, b) => a - b);
  // Only lines that could be wrapped lines vote; the widest may be titles set in another size.
  const high = sorted[Math.floor(sorted.length * 0.8)]!;
  if (high > 60 || high < 8) return Number.POSITIVE_INFINITY;
  const full = lines.filter((l) => l.width >= high - 2 && l.width <= high + 2);
  // Lines that the page broke end in the middle of a sentence; those that an author ended do not.
  const broken = full.filter((l) => !/[。；！？：）]$/.test(l.text)).length;
  return full.length / lines.length >= 0.35 && broken * 2 >= full.length ? high : Number.POSITIVE_INFINITY;
}
