import type { Figure } from './figure.ts';

/** Is the part larger than the whole can be? 以上 leaves a whole open upwards, 以内 a part downwards. */
export function exceeds(part: Figure, whole: Figure): boolean {
  if (/^</.test(part.item.op) || /^>/.test(whole.item.op)) return false;
  const slack = whole.item.op === '~' ? 0.03 * whole.value : 0;
  return part.value > (whole.value2 ?? whole.value) + slack;
}
