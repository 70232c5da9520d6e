import type { Rule } from './geometry.ts';

/** One cell of a ruled table in basic rows and columns, with the span it covers. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Grid {
  /** Upright borders from left to right. */
  readonly xs: readonly number[];
  /** Level borders from top to bottom. */
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines closer than this are one border; ends that miss each other by less meet. In points. */
const NEAR = 3;
/** A border counts when it is drawn along this share of the edge. */
const DRAWN = 0.6;
const MOST_LINES = 600;
const MOST_CELLS = 20_000;

/** Finds the tables that lines on a page rule: at least two rows and two columns of cells. */
export function ruledGrids(rules: readonly Rule[]): Grid[] {
  const level = joined(rules.filter((rule) => rule.level));
  const upright = joined(rules.filter((rule) => !rule.level));
  if (level.length > MOST_LINES || upright.length > MOST_LINES) return [];
  return components(level, upright)
    .map(([h, v]) => gridOf(h, v))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
}

/** Joins the pieces of each line: those on the same place that touch or overlap. */
function joined(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.at - sorted[to - 1]!.at <= NEAR / 2) to += 1;
    const group = sorted.slice(from, to).sort((a, b) => a.from - b.from);
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let open: { from: number; to: number } | null = null;
    for (const rule of group) {
      if (open !== null && rule.from <= open.to + NEAR) open.to = Math.max(open.to, rule.to);
      else {
        if (open !== null) out.push({ level: rule.level, at, ...open });
        open = { from: rule.from, to: rule.to };
      }
    }
    if (open !== null) out.push({ level: group[0]!.level, at, ...open });
    from = to;
  }
  return out;
}

const meet = (h: Rule, v: Rule): boolean =>
  v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;

/** Groups of lines that hang together. */
function components(level: readonly Rule[], upright: readonly Rule[]): [Rule[], Rule[]][] {
  const groups: [Rule[], Rule[]][] = [];
  const rest = new Set<Rule>([...level, ...upright]);
  for (const start of level) {
    if (!rest.delete(start)) continue;
    const group: [Rule[], Rule[]] = [[], []];
    const waiting = [start];
    for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
      group[rule.level ? 0 : 1].push(rule);
      for (const other of rule.level ? upright : level) {
        if (rest.has(other) && (rule.level ? meet(rule, other) : meet(other, rule))) {
          rest.delete(other);
          waiting.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

function gridOf(level: readonly Rule[], upright: readonly Rule[]): Grid | null {
  if (level.length < 2 || upright.length < 1) return null;
  // Tables are often open at the sides: the level lines then reach beyond the outermost upright ones.
  const xs = places([
    ...upright.map((v) => v.at),
    Math.min(...level.map((h) => h.from)),
    Math.max(...level.map((h) => h.to)),
  ]);
  const ys = places([
    ...level.map((h) => h.at),
    Math.min(...upright.map((v) => v.from)),
    Math.max(...upright.map((v) => v.to)),
  ]);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 2 || columns < 2 || rows * columns > MOST_CELLS) return null;
  return { xs, ys, cells: mergedCells(xs, ys, level, upright) };
}

function places(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length === 0 || value - out.at(-1)! > NEAR + 0.5) out.push(value);
  }
  return out;
}

const isDrawn = (lines: readonly Rule[], at: number, from: number, to: number): boolean => {
  const covered = lines
    .filter((line) => Math.abs(line.at - at) <= NEAR)
    .reduce((sum, line) => sum + Math.max(0, Math.min(to, line.to) - Math.max(from, line.from)), 0);
  return covered >= (to - from) * DRAWN;
};

/** Grows each cell to the right and down over borders that are not drawn. */
function mergedCells(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly Rule[],
  upright: readonly Rule[],
): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  const openRight = (row: number, column: number): boolean =>
    column + 1 < columns && !isDrawn(upright, xs[column + 1]!, ys[row]!, ys[row + 1]!);
  const openDown = (row: number, column: number): boolean =>
    row + 1 < rows && !isDrawn(level, ys[row + 1]!, xs[column]!, xs[column + 1]!);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (openRight(row, column + columnSpan - 1) && !taken.has(row * columns + column + columnSpan))
        columnSpan += 1;
      let rowSpan = 1;
      const wholeEdgeOpen = (below: number): boolean => {
        for (let each = column; each < column + columnSpan; each += 1) if (!openDown(below, each)) return false;
        return true;
      };
      while (wholeEdgeOpen(row + rowSpan - 1)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) taken.add(r * columns + c);
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}
