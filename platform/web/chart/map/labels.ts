import { textWidth } from '../text.ts';

export interface Label {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Names that fit into their regions and touch no other, the roomiest first; the others are read below the map. */
export function placeLabels(
  wanted: readonly (Label & { readonly room: number })[],
  size: number,
  [width, height]: readonly [number, number],
): readonly Label[] {
  const placed: (Label & { readonly half: number })[] = [];
  for (const { room, ...label } of [...wanted].sort((a, b) => b.room - a.room)) {
    const half = textWidth(label.text, size) / 2;
    const fits =
      half * 2 <= room * 1.15 &&
      label.x - half >= 0 &&
      label.x + half <= width &&
      label.y >= size &&
      label.y <= height - 2;
    const free = placed.every(
      (other) => Math.abs(other.x - label.x) > other.half + half + 2 || Math.abs(other.y - label.y) > size + 2,
    );
    if (label.text !== '' && fits && free) placed.push({ ...label, half });
  }
  return placed;
}
