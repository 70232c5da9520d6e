import { type Matrix, multiply, type Rule, transform } from './geometry.ts';

/** The drawing operations of pdf.js that matter for ruled lines, by their names in its OPS table. */
export interface DrawingOps {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly constructPath: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

/** A filled box thinner than this is a line. */
const THIN = 3;
const SHORTEST = 5;
/** A page with more lines than this is a drawing, and none of its lines rule a table. */
const MOST_RULES = 20_000;

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** Finds the level and upright lines that a page draws, as strokes or as thin boxes, in the coordinates of `view`. */
export function pageRules(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  ops: DrawingOps,
  view: Matrix,
): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let current = UNIT;
  for (let at = 0; at < list.fnArray.length; at += 1) {
    const operation = list.fnArray[at];
    const args = list.argsArray[at];
    if (operation === ops.save) saved.push(current);
    else if (operation === ops.restore || operation === ops.paintFormXObjectEnd) current = saved.pop() ?? UNIT;
    else if (operation === ops.transform && isMatrix(args)) current = multiply(current, args);
    else if (operation === ops.paintFormXObjectBegin) {
      saved.push(current);
      const matrix = Array.isArray(args) ? args[0] : null;
      if (isMatrix(matrix)) current = multiply(current, matrix);
    } else if (operation === ops.constructPath && Array.isArray(args)) {
      collect(rules, args, ops, multiply(view, current));
      if (rules.length > MOST_RULES) return [];
    }
  }
  return rules;
}

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || value instanceof Float32Array) && value.length === 6 && [...value].every(Number.isFinite);

function collect(rules: Rule[], args: readonly unknown[], ops: DrawingOps, matrix: Matrix): void {
  const paint = args[0];
  const strokes: unknown[] = [
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ];
  const path = Array.isArray(args[1]) ? (args[1] as unknown[])[0] : null;
  if (!(path instanceof Float32Array)) return;
  const isStroke = strokes.includes(paint);
  if (!isStroke && paint !== ops.fill && paint !== ops.eoFill) return;
  for (const points of subpaths(path, matrix)) {
    if (isStroke) addEdges(rules, points);
    else addThinBox(rules, points);
  }
}

type Point = readonly [number, number];

/** Coordinates that each step of a path takes: move, line, curve, quadratic curve, close. */
const STEP_LENGTH = [2, 2, 6, 4, 0] as const;

/** The corners of each part of a path; parts with curves are no rules. */
function* subpaths(path: Float32Array, matrix: Matrix): Generator<Point[]> {
  let points: Point[] = [];
  let curved = false;
  for (let at = 0; at < path.length; ) {
    const step = path[at]!;
    const length = STEP_LENGTH[step as 0 | 1 | 2 | 3 | 4];
    if (length === undefined) return;
    if (step === 0) {
      if (points.length > 1 && !curved) yield points;
      points = [];
      curved = false;
    }
    if (length === 2) points.push(transform(matrix, path[at + 1]!, path[at + 2]!));
    else if (length === 0 && points[0] !== undefined) points.push(points[0]);
    else curved = true;
    at += 1 + length;
  }
  if (points.length > 1 && !curved) yield points;
}

function addEdges(rules: Rule[], points: readonly Point[]): void {
  for (let at = 1; at < points.length; at += 1) addRule(rules, points[at - 1]!, points[at]!);
}

function addThinBox(rules: Rule[], points: readonly Point[]): void {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [left, top, rightmost, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  if (bottom - top <= THIN) addRule(rules, [left, (top + bottom) / 2], [rightmost, (top + bottom) / 2]);
  else if (rightmost - left <= THIN) addRule(rules, [(left + rightmost) / 2, top], [(left + rightmost) / 2, bottom]);
}

function addRule(rules: Rule[], a: Point, b: Point): void {
  const width = Math.abs(a[0] - b[0]);
  const height = Math.abs(a[1] - b[1]);
  if (height <= 1 && width >= SHORTEST) {
    rules.push({ level: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
  } else if (width <= 1 && height >= SHORTEST) {
    rules.push({ level: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  }
}
