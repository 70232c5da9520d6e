import { cleanText } from '../print/clean.ts';
import { ems, type Matrix, multiply, type Quarter, type Run, transform, uprighting } from './geometry.ts';
import { ordinaryForms } from './glyph-forms.ts';
import { raisedFigures } from './raised-figures.ts';

/** What pdf.js says of a stretch of text. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Text turned further than this from the level or the upright is a watermark. */
const SKEW = (4 * Math.PI) / 180;

interface Placed {
  readonly item: TextItem;
  readonly matrix: Matrix;
  readonly quarter: Quarter;
}

export interface PageRuns {
  readonly runs: Run[];
  /** From the page as stored to the page as read. */
  readonly view: Matrix;
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the text of a page upright, in the direction most of it is written in; text in other directions (watermarks,
 * notes along the margin) is left out, and so is text that is drawn twice to look bold.
 */
export function pageRuns(
  items: readonly TextItem[],
  viewport: { transform: readonly number[]; width: number; height: number },
): PageRuns {
  const stored = viewport.transform as unknown as Matrix;
  const placed = items.flatMap((item) => place(item, stored));
  const quarter = mainQuarter(placed);
  const turn = uprighting(quarter, viewport.width, viewport.height);
  const runs = placed.filter((each) => each.quarter === quarter).map((each) => runOf(each, turn));
  const lies = quarter % 2 === 1;
  return {
    runs: raisedFigures(withoutDoubles(runs.filter((run) => run.text !== '' && run.size > 0))),
    view: multiply(turn, stored),
    width: lies ? viewport.height : viewport.width,
    height: lies ? viewport.width : viewport.height,
  };
}

function place(item: TextItem, stored: Matrix): Placed[] {
  if (item.str.trim() === '' || item.transform.length !== 6 || !item.transform.every(Number.isFinite)) return [];
  const matrix = multiply(stored, item.transform as unknown as Matrix);
  const angle = Math.atan2(matrix[1], matrix[0]);
  const turns = Math.round(angle / (Math.PI / 2));
  if (Math.abs(angle - turns * (Math.PI / 2)) > SKEW) return [];
  return [{ item, matrix, quarter: ((turns + 4) % 4) as Quarter }];
}

function mainQuarter(placed: readonly Placed[]): Quarter {
  const letters = [0, 0, 0, 0];
  for (const each of placed) letters[each.quarter]! += each.item.str.length;
  return letters.indexOf(Math.max(...letters)) as Quarter;
}

function runOf({ item, matrix }: Placed, turn: Matrix): Run {
  const [x, y] = transform(turn, matrix[4], matrix[5]);
  const text = ordinaryForms(cleanText(item.str)).replace(/[\s\u00a0]+/g, (blanks) =>
    blanks.includes('\u3000') ? '\u3000' : ' ',
  );
  const inner = text.trim();
  // Blanks at the ends are no text: the run begins where its first letter stands.
  const perEm = item.width / Math.max(0.5, ems(text));
  const lead = ems(text.slice(0, text.length - text.trimStart().length)) * perEm;
  const trail = ems(text.slice(text.trimEnd().length)) * perEm;
  return {
    text: inner,
    x: x + lead,
    y,
    width: Math.max(0, item.width - lead - trail),
    size: Math.hypot(matrix[2], matrix[3]),
  };
}

function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const isDouble = same.some((other) => Math.abs(other.x - run.x) < 1.5 && Math.abs(other.y - run.y) < 1.5);
    // Only the latest few: doubles are drawn one after the other.
    if (!isDouble) seen.set(run.text, [...same.slice(-3), run]);
    return !isDouble;
  });
}
