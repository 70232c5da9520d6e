import { px } from './scale.ts';

/** How many looks there are: colours, points and patterns that are told apart without seeing colours. */
export const tones = 6;

export const toneOf = (at: number): number => ((at % tones) + tones) % tones;

/** The outline of a point: another shape for each tone, all of about the same weight. */
export function pointPath(tone: number, x: number, y: number, r: number): string {
  const p = (dx: number, dy: number): string => `${px(x + dx * r)},${px(y + dy * r)}`;
  switch (toneOf(tone)) {
    case 2:
      return `M${p(0, -1.25)}L${p(1.15, 0.85)}L${p(-1.15, 0.85)}Z`;
    case 3:
      return `M${p(0, -1.3)}L${p(1.3, 0)}L${p(0, 1.3)}L${p(-1.3, 0)}Z`;
    case 4:
      return `M${p(-0.9, -0.9)}L${p(0.9, -0.9)}L${p(0.9, 0.9)}L${p(-0.9, 0.9)}Z`;
    case 5:
      return `M${p(0, 1.25)}L${p(1.15, -0.85)}L${p(-1.15, -0.85)}Z`;
    default:
      return `M${p(-1, 0)}a${px(r)},${px(r)} 0 1 0 ${px(2 * r)},0a${px(r)},${px(r)} 0 1 0 ${px(-2 * r)},0Z`;
  }
}
