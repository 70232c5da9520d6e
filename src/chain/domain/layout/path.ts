import type { Point } from './model.ts';

const usual = 6;

/** The way as the `d` of an SVG path, its corners rounded as far as its pieces are long. */
export function pathOf(points: readonly Point[], radius = usual): string {
  const [first] = points;
  if (first === undefined) return '';
  let d = `M${first[0]} ${first[1]}`;
  for (const [at, [x, y]] of points.entries()) {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined) continue;
    if (after === undefined) {
      d += `L${x} ${y}`;
      continue;
    }
    const round = Math.min(radius, lengthOf(before, [x, y]) / 2, lengthOf([x, y], after) / 2);
    const [inX, inY] = towards([x, y], before, round);
    const [outX, outY] = towards([x, y], after, round);
    d += `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
  }
  return d;
}

const lengthOf = ([ax, ay]: Point, [bx, by]: Point): number => Math.abs(ax - bx) + Math.abs(ay - by);

/** A point so far from the first towards the second; the two are level or upright. */
const towards = ([x, y]: Point, [tx, ty]: Point, by: number): Point => [
  tenths(x + Math.sign(tx - x) * by),
  tenths(y + Math.sign(ty - y) * by),
];

const tenths = (value: number): number => Math.round(value * 10) / 10;
