import { type Run, right } from './geometry.ts';

/** Runs that stand on one baseline, from left to right. */
export interface TextLine {
  readonly runs: readonly Run[];
  readonly y: number;
  readonly x: number;
  readonly right: number;
  readonly size: number;
}

/** Baselines closer than this many ems are one line (raised figures, mixed fonts). */
const SAME_LINE = 0.45;

/** Gathers runs into lines, from top to bottom. */
export function textLines(runs: readonly Run[]): TextLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const lines: TextLine[] = [];
  let gathered: Run[] = [];
  let baseline = 0;
  let size = 0;
  for (const run of sorted) {
    if (gathered.length > 0 && run.y - baseline > SAME_LINE * Math.max(size, run.size)) {
      lines.push(lineOf(gathered));
      gathered = [];
    }
    if (gathered.length === 0 || run.size > size) {
      baseline = run.y;
      size = run.size;
    }
    gathered.push(run);
  }
  if (gathered.length > 0) lines.push(lineOf(gathered));
  return lines;
}

function lineOf(runs: readonly Run[]): TextLine {
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  const largest = sorted.reduce((best, run) => (run.size > best.size ? run : best));
  return {
    runs: sorted,
    y: largest.y,
    x: sorted[0]!.x,
    right: sorted.reduce((most, run) => Math.max(most, right(run)), 0),
    size: largest.size,
  };
}

const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const BLANK_IN_CHINESE = new RegExp(`(?<=[${CJK}]) (?=[${CJK}])`, 'g');
const PAIR_IN_CHINESE = new RegExp(`(?<=[${CJK}])(?=[${CJK}])`, 'g');
const BLANK_BESIDE_CHINESE = new RegExp(`(?<=[${CJK}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[${CJK}])`, 'g');

const WIDE = '\u2003';

/**
 * The text of a line. Blanks that the reader of the PDF made out of letter spacing are taken back: those between
 * Chinese and Latin or figures, and all of a line that is spaced out as a whole.
 */
export function lineText(line: TextLine): string {
  let text = '';
  let last: Run | null = null;
  for (const run of line.runs) {
    text += (last === null ? '' : gapBetween(last, run)) + run.text;
    last = run;
  }
  return unspaced(text).replaceAll(WIDE, ' ');
}

function gapBetween(last: Run, next: Run): string {
  const gap = next.x - right(last);
  const size = Math.max(last.size, next.size);
  const isLatin = /[\w.,%]$/.test(last.text) && /^[\w.,%]/.test(next.text);
  // A wide gap was meant, whatever stands beside it: it is marked, so that it is not taken back.
  if (!isLatin && gap > size * 0.7) return WIDE;
  return isLatin && gap > size * 0.2 ? ' ' : '';
}

function unspaced(text: string): string {
  const tight = text.replace(BLANK_BESIDE_CHINESE, '');
  const blanks = tight.match(BLANK_IN_CHINESE)?.length ?? 0;
  const pairs = tight.match(PAIR_IN_CHINESE)?.length ?? 0;
  return blanks >= 3 && blanks >= pairs ? tight.replace(BLANK_IN_CHINESE, '') : tight;
}
