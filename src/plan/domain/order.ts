import type { PlanItem } from './model.ts';

/** Order of the text: by place, then the longer first, then by id, so that it is the same every time. */
export const inTextOrder = (a: PlanItem, b: PlanItem): number =>
  a.content.start - b.content.start || b.content.end - a.content.end || byId(a.id, b.id);

/** `I2` before `I10`. */
const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
