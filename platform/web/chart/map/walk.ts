export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * The place that an arrow key leads to: the nearest in that direction, where what lies aside counts double. Null for other keys and
 * where there is none.
 */
export function neighbourOf(spots: readonly Spot[], at: number, key: string): number | null {
  const here = spots[at];
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (here === undefined || way === undefined) return null;
  const [wx = 0, wy = 0] = way;
  let best: { at: number; cost: number } | null = null;
  for (const [nth, { x, y }] of spots.entries()) {
    const ahead = (x - here.x) * wx + (y - here.y) * wy;
    const aside = Math.abs((x - here.x) * wy) + Math.abs((y - here.y) * wx);
    // Wider aside than ahead is another direction, else two neighbours would lie in three.
    if (ahead <= 0.5 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { at: nth, cost };
  }
  return best === null ? at : best.at;
}
