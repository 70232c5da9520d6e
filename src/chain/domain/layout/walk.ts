import type { Box, Layout } from './model.ts';

export type Step = 'left' | 'right' | 'up' | 'down';

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/**
 * Where an arrow key leads: right and left along the links, downstream and upstream, to the nearest in height; up and down to the
 * next box of the column, or of the next row where the column ends. Null: there is nothing that way.
 */
export function stepFrom(layout: Layout, id: string, step: Step): string | null {
  const here = layout.boxes.find((box) => box.id === id);
  if (here === undefined) return layout.boxes[0]?.id ?? null;
  if (step === 'up' || step === 'down') return upright(layout.boxes, here, step === 'up' ? -1 : 1);
  const joined = new Set(
    layout.ways.flatMap(({ from, to }) => (step === 'right' ? (from === id ? [to] : []) : to === id ? [from] : [])),
  );
  const sign = step === 'right' ? 1 : -1;
  const beside = ({ x }: Box): boolean => sign * (x - here.x) > 0;
  const linked = layout.boxes.filter((box) => joined.has(box.id));
  // A link that leads that way on the sheet too is what the eye follows; one that turns back comes after it.
  const first = [linked.filter(beside), linked, layout.boxes.filter((box) => beside(box))].find(
    (boxes) => boxes.length > 0,
  );
  return first === undefined ? null : nearest(first, here, [1, 2]);
}

function upright(boxes: readonly Box[], here: Box, sign: -1 | 1): string | null {
  const that = boxes.filter((box) => box.id !== here.id && sign * (middle(box).y - middle(here).y) > 1);
  const column = that.filter(({ x }) => Math.abs(x - here.x) < 1);
  if (column.length > 0) return nearest(column, here, [1, 1]);
  // Boxes of the neighbouring columns are no way up: only what lies wholly beyond.
  const beyond = that.filter((box) => (sign < 0 ? box.y + box.height < here.y : box.y > here.y + here.height));
  return beyond.length === 0 ? null : nearest(beyond, here, [3, 1]);
}

function nearest(boxes: readonly Box[], here: Box, [across, down]: readonly [number, number]): string | null {
  const from = middle(here);
  let best: { readonly id: string; readonly far: number } | null = null;
  for (const box of boxes) {
    const { x, y } = middle(box);
    const far = Math.abs(x - from.x) * across + Math.abs(y - from.y) * down;
    if (best === null || far < best.far) best = { id: box.id, far };
  }
  return best?.id ?? null;
}
