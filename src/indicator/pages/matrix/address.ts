/** How the matrix stands, as its address holds it, so that it can be handed on. */
export interface MatrixSearch {
  /** Which indicator; left out: the one that was looked at last. */
  readonly indicator?: string;
  /** Left out: the last month that is over. */
  readonly period?: string;
  /** Region or unit whose parts stand beside each other; left out: the post's own. */
  readonly place?: string;
  readonly axis?: 'unit';
  /** What the cells show; left out: the rate of completion. */
  readonly show?: Shown;
}

export const shownNames = {
  completion: '完成率',
  actual: '实绩',
  growth: '累计同比',
  forecast: '全年预计',
} as const;
export type Shown = keyof typeof shownNames;

const id = /^[A-Za-z0-9._@-]{1,80}$/u;
const period = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$/u;
const fitting = (value: unknown, form: RegExp): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && form.test(String(value)) ? String(value) : undefined;

/** Reads an address; what cannot be meant is left out. */
export function matrixSearch(raw: Readonly<Record<string, unknown>>): MatrixSearch {
  const [indicator, of, place] = [fitting(raw.indicator, id), fitting(raw.period, period), fitting(raw.place, id)];
  const show = Object.keys(shownNames).find((each) => each === raw.show && each !== 'completion') as Shown | undefined;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(of !== undefined && { period: of }),
    ...(place !== undefined && { place }),
    ...(raw.axis === 'unit' && { axis: 'unit' as const }),
    ...(show !== undefined && { show }),
  };
}
