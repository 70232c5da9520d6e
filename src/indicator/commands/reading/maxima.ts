import type { Hidden } from '../../domain/reading/matrix-model.ts';
import type { Heading } from '../../domain/suppress/table.ts';
import type { ShapeCell } from '../../store/reading/shape.ts';

/**
 * What of a table of maxima is hidden. The greatest of a place is the greatest of one of its parts: when all others are shown and
 * lower, it tells the one that is hidden. So that whatever lies above a hidden cell is hidden too.
 */
export function hiddenMaxima(
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly ShapeCell[],
  least: number,
): { readonly place: string; readonly chain: string; readonly why: Hidden }[] {
  const [rowAbove, columnAbove] = [aboveOf(rows), aboveOf(columns)];
  const small = new Set(cells.filter(({ firms }) => firms > 0 && firms < least));
  const found = new Map<string, { place: string; chain: string; why: Hidden }>();
  for (const { place, chain } of small)
    for (const over of rowAbove(place))
      for (const across of columnAbove(chain)) {
        const isItself = over === place && across === chain;
        const key = JSON.stringify([over, across]);
        if (isItself || !found.has(key))
          found.set(key, { place: over, chain: across, why: isItself ? 'small' : 'other' });
      }
  return [...found.values()];
}

function aboveOf(headings: readonly Heading[]): (id: string) => string[] {
  const parents = new Map(headings.map(({ id, parent }) => [id, parent]));
  return (id) => {
    const all: string[] = [];
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) all.push(at);
    return all;
  };
}
