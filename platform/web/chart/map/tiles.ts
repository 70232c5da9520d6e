export interface TileItem {
  /** Longitude and latitude of its middle, where known. */
  readonly at?: readonly [number, number] | undefined;
}
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/**
 * A place on a grid for each: near where it lies, where that is known, no two on one; the others in their order behind. Without any
 * known place all stand in their order. At most `most` columns.
 */
export function layTiles(items: readonly TileItem[], most: number): readonly Tile[] {
  const columns = Math.max(1, Math.min(most, Math.ceil(Math.sqrt(items.length * 1.6))));
  const known = items.flatMap(({ at }, nth) => (at === undefined ? [] : [{ nth, x: at[0], y: at[1] }]));
  const tiles = new Map<number, Tile>();
  if (known.length > 1) {
    const rows = Math.ceil((known.length * 1.25) / columns) || 1;
    const [xs, ys] = [known.map(({ x }) => x), known.map(({ y }) => y)];
    const spread = (value: number, all: readonly number[], steps: number): number => {
      const [low, high] = [Math.min(...all), Math.max(...all)];
      return high === low ? (steps - 1) / 2 : ((value - low) / (high - low)) * (steps - 1);
    };
    const wanted = known.map(({ nth, x, y }) => ({
      nth,
      x: spread(x, xs, columns),
      y: rows - 1 - spread(y, ys, rows),
    }));
    for (const [nth, tile] of settle(wanted, columns, rows)) tiles.set(nth, tile);
  }
  const firstRow = Math.max(-1, ...[...tiles.values()].map(({ row }) => row)) + 1;
  let behind = 0;
  const all = items.map((_, nth): Tile => {
    const tile = tiles.get(nth);
    if (tile !== undefined) return tile;
    behind += 1;
    return { column: (behind - 1) % columns, row: firstRow + Math.floor((behind - 1) / columns) };
  });
  return closed(all);
}

interface Wish {
  readonly nth: number;
  readonly x: number;
  readonly y: number;
}

/** The nearest free place for each, then changed about by twos as long as that brings them nearer. */
function settle(wishes: readonly Wish[], columns: number, rows: number): ReadonlyMap<number, Tile> {
  const free = Array.from(
    { length: columns * rows },
    (_, at): Tile => ({ column: at % columns, row: Math.floor(at / columns) }),
  );
  const off = ({ x, y }: Wish, { column, row }: Tile): number => (x - column) ** 2 + (y - row) ** 2;
  const taken = wishes.map((wish): { wish: Wish; tile: Tile } => {
    let best = 0;
    for (let at = 1; at < free.length; at++) if (off(wish, free[at] as Tile) < off(wish, free[best] as Tile)) best = at;
    return { wish, tile: free.splice(best, 1)[0] ?? { column: 0, row: rows } };
  });
  for (let round = 0, better = true; better && round < 20; round++) {
    better = false;
    for (const [at, a] of taken.entries())
      for (const b of taken.slice(at + 1)) {
        if (off(a.wish, b.tile) + off(b.wish, a.tile) >= off(a.wish, a.tile) + off(b.wish, b.tile) - 1e-9) continue;
        [a.tile, b.tile] = [b.tile, a.tile];
        better = true;
      }
  }
  return new Map(taken.map(({ wish, tile }) => [wish.nth, tile]));
}

/** Without rows and columns in which nothing stands. */
function closed(tiles: readonly Tile[]): readonly Tile[] {
  const ranks = (values: readonly number[]): ReadonlyMap<number, number> =>
    new Map([...new Set(values)].sort((a, b) => a - b).map((value, rank) => [value, rank]));
  const [columns, rows] = [ranks(tiles.map(({ column }) => column)), ranks(tiles.map(({ row }) => row))];
  return tiles.map(({ column, row }) => ({ column: columns.get(column) ?? 0, row: rows.get(row) ?? 0 }));
}
