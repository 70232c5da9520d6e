/** Which items of a plan are shown. */
export const itemTabs = ['all', 'open', 'ready', 'changed', 'made', 'left-out', 'gone'] as const;
export type ItemTab = (typeof itemTabs)[number];
export const itemTabNames: Readonly<Record<ItemTab, string>> = {
  all: '全部',
  open: '有疑点',
  ready: '可以立项',
  changed: '新版有变化',
  made: '已立项',
  'left-out': '不立项',
  gone: '新版没有了',
};

export interface PlanTasksSearch {
  readonly show?: ItemTab;
  readonly item?: string;
}
export interface PlansSearch {
  readonly page?: number;
  readonly text?: string;
}

const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};
const short = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, most) : undefined;

export function planTasksSearch(search: Readonly<Record<string, unknown>>): PlanTasksSearch {
  const show = itemTabs.find((each) => each === search.show);
  const item = short(search.item, 80);
  return { ...(show !== undefined && { show }), ...(item !== undefined && { item }) };
}

export function plansSearch(search: Readonly<Record<string, unknown>>): PlansSearch {
  const [page, text] = [whole(search.page), short(search.text, 100)];
  return { ...(page !== undefined && { page }), ...(text !== undefined && { text }) };
}
