/** Which cell is looked into, as its address holds it. */
export interface CellSearch {
  readonly indicator?: string;
  readonly period?: string;
  /** Left out: the post's own. */
  readonly place?: string;
  readonly axis?: 'unit';
  /** Left out: all chains together. */
  readonly chain?: string;
  /** How its parts stand: by place unless by chain. */
  readonly by?: 'chain';
  /** As it stood at a moment; left out: now. */
  readonly at?: string;
}

const id = /^[A-Za-z0-9._@-]{1,80}$/u;
const period = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$/u;
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/u;
const fitting = (value: unknown, form: RegExp): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && form.test(String(value)) ? String(value) : undefined;

/** Reads an address; what cannot be meant is left out. */
export function cellSearch(raw: Readonly<Record<string, unknown>>): CellSearch {
  const fields = {
    indicator: fitting(raw.indicator, id),
    period: fitting(raw.period, period),
    place: fitting(raw.place, id),
    chain: fitting(raw.chain, id),
    at: fitting(raw.at, moment),
  };
  return {
    ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as CellSearch),
    ...(raw.axis === 'unit' && { axis: 'unit' as const }),
    ...(raw.by === 'chain' && { by: 'chain' as const }),
  };
}
