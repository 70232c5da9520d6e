import { type Run, right } from './geometry.ts';

const FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** How much smaller than its neighbour a raised figure is, and how far above that one's baseline, in its ems. */
const SMALLER = 0.8;
const RAISED = [0.12, 0.7] as const;
const BESIDE = 0.5;

/**
 * Figures set small and raised are marks of notes or exponents. Beside a number they would be read as its last digit:
 * they are written as the raised characters that Unicode has for them, on the baseline of the text they belong to.
 */
export function raisedFigures(runs: readonly Run[]): Run[] {
  const rows = rowsOf(runs);
  return runs.map((run) => {
    if (!/^\d{1,3}$/.test(run.text)) return run;
    const neighbour = nearby(rows, run).find((other) => isRaisedBeside(run, other));
    if (neighbour === undefined) return run;
    return { ...run, y: neighbour.y, text: run.text.replace(/\d/g, (digit) => FIGURES[Number(digit)]!) };
  });
}

function isRaisedBeside(run: Run, other: Run): boolean {
  const raised = (other.y - run.y) / other.size;
  if (run.size > other.size * SMALLER || raised < RAISED[0] || raised > RAISED[1]) return false;
  const gap = Math.max(run.x - right(other), other.x - right(run));
  return gap < other.size * BESIDE;
}

const ROW_HEIGHT = 20;

/** Runs by the stretch of the page they stand in, so that a neighbour is not looked for on the whole page. */
function rowsOf(runs: readonly Run[]): Map<number, Run[]> {
  const rows = new Map<number, Run[]>();
  for (const run of runs) {
    const row = Math.floor(run.y / ROW_HEIGHT);
    const members = rows.get(row);
    if (members === undefined) rows.set(row, [run]);
    else members.push(run);
  }
  return rows;
}

/** Marks lie above their text: it stands in the same stretch of the page or the one below. */
function nearby(rows: ReadonlyMap<number, Run[]>, run: Run): Run[] {
  const MOST = 500;
  const row = Math.floor(run.y / ROW_HEIGHT);
  return [...(rows.get(row) ?? []), ...(rows.get(row + 1) ?? [])].slice(0, MOST);
}
