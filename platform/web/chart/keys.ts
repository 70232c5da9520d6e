import { cut, textWidth } from './text.ts';

export const keySize = 13;
const sample = 26;
const gap = 16;
export const keyRow = 22;

export interface PlacedKey {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** Where the keys of a chart stand: side by side, on as many rows as they need; names too long for a row are cut. */
export function layoutKeys(
  names: readonly string[],
  width: number,
): { readonly keys: readonly PlacedKey[]; readonly height: number } {
  let [x, y] = [0, 0];
  const keys = names.map((full, at) => {
    const name = cut(full, width - sample, keySize);
    const needed = sample + textWidth(name, keySize);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += keyRow;
    }
    const key = { at, x, y, name };
    x += needed + gap;
    return key;
  });
  return { keys, height: names.length === 0 ? 0 : y + keyRow + 4 };
}
