/** Which lines of an edition are shown. */
export const lineTabs = ['all', 'ready', 'open', 'faulty', 'repeat', 'left-out', 'gone'] as const;
export type LineTab = (typeof lineTabs)[number];
export const lineStateNames: Readonly<Record<LineTab, string>> = {
  all: '全部',
  ready: '可载入',
  open: '待定',
  faulty: '有错',
  repeat: '重复',
  'left-out': '不载入',
  gone: '不再有',
};

export interface LoadSearch {
  readonly edition?: number;
  readonly show?: LineTab;
}
export interface PlansSearch {
  readonly page?: number;
}

const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

export function loadSearch(search: Readonly<Record<string, unknown>>): LoadSearch {
  const edition = whole(search.edition);
  const show = lineTabs.find((each) => each === search.show);
  return { ...(edition !== undefined && { edition }), ...(show !== undefined && { show }) };
}

export function plansSearch({ page }: Readonly<Record<string, unknown>>): PlansSearch {
  const number = whole(page);
  return number === undefined ? {} : { page: number };
}
