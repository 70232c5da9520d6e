/**
 * Leaves out positions that lie within `tolerance` of the line that remains (Douglas and Peucker), for a closed ring of x and y in
 * turn. Keeps the first and the last; a ring that would vanish keeps its farthest corner. Without recursion: coasts have 100,000
 * positions.
 */
export function simplified(ring: Float64Array, tolerance: number): Float64Array {
  const count = ring.length / 2;
  if (count <= 4) return ring;
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  // A closed ring has no line from its first to its last: it is split at the corner farthest away.
  const far = farthest(ring, 0, count - 1).at;
  keep[far] = 1;
  const open: [number, number][] = [
    [0, far],
    [far, count - 1],
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    const { at, distance } = farthest(ring, from, to);
    if (distance <= tolerance * tolerance) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  const kept = keep.reduce((sum, each) => sum + each, 0);
  const result = new Float64Array(kept * 2);
  let to = 0;
  for (let at = 0; at < count; at++)
    if (keep[at] === 1) {
      result[to++] = ring[at * 2] ?? 0;
      result[to++] = ring[at * 2 + 1] ?? 0;
    }
  return result;
}

/** The position farthest from the stretch between two, and how far it is, squared. */
function farthest(ring: Float64Array, from: number, to: number): { readonly at: number; readonly distance: number } {
  const [x0 = 0, y0 = 0] = [ring[from * 2], ring[from * 2 + 1]];
  const [dx, dy] = [(ring[to * 2] ?? 0) - x0, (ring[to * 2 + 1] ?? 0) - y0];
  const length = dx * dx + dy * dy;
  let found = { at: from, distance: 0 };
  for (let at = from + 1; at < to; at++) {
    const [px, py] = [(ring[at * 2] ?? 0) - x0, (ring[at * 2 + 1] ?? 0) - y0];
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
    const distance = (px - share * dx) ** 2 + (py - share * dy) ** 2;
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}
