/** How the matrix stands, as its address holds it, so that it can be handed on. */
export interface MatrixSearch {
  /** Which indicator; left out: the one that was looked at last. */
  readonly indicator?: string;
  /** Left out: the last month that is over. */
  readonly period?: string;
  /** Region or unit whose parts stand beside each other; left out: the post's own. */
  readonly place?: string;
  /** Left out: as the post is bounded. */
  readonly axis?: 'unit' | 'region';
  /** What the cells show; left out: the rate of completion, or what has come where nothing has a target. */
  readonly show?: Shown;
  /** Looked at as a map, and of which chain; left out: as a table. */
  readonly view?: 'map';
  readonly chain?: string;
  /** The saved report that it was opened from. */
  readonly report?: string;
}

export type MatrixChange = Partial<Record<keyof MatrixSearch, string | undefined>>;

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
  const [chain, report] = [fitting(raw.chain, id), fitting(raw.report, id)];
  const show = Object.keys(shownNames).find((each) => each === raw.show) as Shown | undefined;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(of !== undefined && { period: of }),
    ...(place !== undefined && { place }),
    ...((raw.axis === 'unit' || raw.axis === 'region') && { axis: raw.axis }),
    ...(show !== undefined && { show }),
    ...(raw.view === 'map' && { view: 'map' as const }),
    ...(chain !== undefined && { chain }),
    ...(report !== undefined && { report }),
  };
}

/** The matrix of another place, looked at as this one. */
export function movedTo({ chain: _chain, report: _report, ...search }: MatrixSearch, place: string): MatrixSearch {
  return { ...search, place };
}
