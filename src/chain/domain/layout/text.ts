import { labelSize, mostLabel } from './measure.ts';

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (wide.test(character) ? 1.02 : 0.64) * labelSize, 0);

/** About how wide a label is drawn, in pixels. */
export const labelWidth = (text: string): number => Math.min(mostLabel, Math.ceil(widthOf(text)));

/** As much of a label as fits, with an ellipsis behind what is cut. */
export function cutLabel(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept}…`;
}
