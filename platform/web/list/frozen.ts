import type { CSSProperties } from 'react';

/** The column of boxes. */
export const TICK_WIDTH = 34;

/** What a cell of a column needs to stay in sight while the list scrolls sideways; `''` stands for the boxes. */
export type Stay = (key: string) => { readonly style?: CSSProperties; readonly 'data-frozen'?: 'last' | 'yes' };

/** Pixels of a grid track that are there in any case: its first number. */
export const leastOf = (width: string): number => Number(/\d+/.exec(width)?.[0] ?? 0);

/** How far from the left edge each of the first `count` columns stays; the boxes before them always stay too. */
export function frozenPlaces(
  columns: readonly { readonly key: string; readonly width: string }[],
  count: number,
  ticked: boolean,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let left = 0;
  if (ticked && count > 0) {
    places.set('', 0);
    left = TICK_WIDTH;
  }
  for (const { key, width } of columns.slice(0, count)) {
    places.set(key, left);
    left += leastOf(width);
  }
  return places;
}

/** The same as what cells are given. */
export function stayOf(places: ReadonlyMap<string, number>): Stay {
  const last = [...places.keys()].at(-1);
  return (key) => {
    const left = places.get(key);
    return left === undefined ? {} : { style: { left }, 'data-frozen': key === last ? 'last' : 'yes' };
  };
}
