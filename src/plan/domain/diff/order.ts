/**
 * Which of these numbers break the rising order, by their index: all but a longest rising run of them. So that when one
 * item moves to the front, that one has moved and not the twenty behind it.
 */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((value, at) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = at;
  });
  const moved = new Set(numbers.keys());
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) moved.delete(at);
  return moved;
}
