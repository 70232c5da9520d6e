import type { Condition, ListFilter } from '../../../http/list-query.ts';

/** How a list stands, as the address of its page holds it, so that an address can be handed on. */
export interface ListSearch {
  readonly text?: string;
  readonly filter?: ListFilter;
  readonly sort?: string;
  readonly page?: number;
  readonly pageSize?: number;
  /** Keys of the columns shown, in order, with commas between. */
  readonly columns?: string;
  /** How many columns at the left stay where they are. */
  readonly frozen?: number;
}

/** Some of it changed; undefined takes something away. */
export type ListChange = { readonly [K in keyof ListSearch]?: ListSearch[K] | undefined };

/** What a person saves of it under a name: everything but the page. */
export interface ListView {
  readonly text?: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly columns?: string[];
  readonly frozen?: number;
  readonly pageSize?: number;
}

/** Reads an address; what cannot be meant is left out. For a route's `validateSearch`. */
export function listSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  return given({
    text: words(raw.text),
    filter: filterOf(raw.filter),
    sort: words(raw.sort),
    page: whole(raw.page, 1),
    pageSize: whole(raw.pageSize, 1),
    columns: words(raw.columns),
    frozen: whole(raw.frozen, 0),
  });
}

/** What the server is asked for one page of the list. */
export const queryOf = ({ text, filter, sort, page, pageSize }: ListSearch, usualSize: number) => ({
  ...rowsOf({ ...given({ text, filter, sort }) }),
  ...(page !== undefined && page > 1 && { page }),
  pageSize: pageSize ?? usualSize,
});

/** What decides which rows there are and in which order. */
export const rowsOf = ({ text, filter, sort }: ListSearch): { text?: string; filter?: string; sort?: string } =>
  given({ text, sort, filter: filter === undefined ? undefined : JSON.stringify(filter) });

export const viewOf = ({ text, filter, sort, columns, frozen, pageSize }: ListSearch): ListView =>
  given({
    text,
    sort,
    frozen,
    pageSize,
    filter: filter === undefined ? undefined : JSON.stringify(filter),
    columns: columns?.split(','),
  });

export const searchOfView = ({ columns, ...view }: ListView): ListSearch =>
  listSearch({ ...view, ...(columns && { columns: columns.join(',') }) });

/** The conditions with one changed; none left is no filter. */
export function withCondition(
  filter: ListFilter | undefined,
  key: string,
  condition: Condition | undefined,
): ListFilter | undefined {
  const { [key]: _before, ...others } = filter ?? {};
  const next = condition === undefined ? others : { ...others, [key]: condition };
  return Object.keys(next).length === 0 ? undefined : next;
}

function filterOf(raw: unknown): ListFilter | undefined {
  const value = typeof raw === 'string' ? read(raw) : raw;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const conditions = Object.entries(value).filter(([, each]) => typeof each === 'object' && each !== null);
  return conditions.length === 0 ? undefined : (Object.fromEntries(conditions) as ListFilter);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const whole = (value: unknown, least: number): number | undefined => {
  const number = value === '' || value === null || typeof value === 'boolean' ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) && number >= least ? number : undefined;
};
const words = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
};

/** Without the fields that are not there, so that addresses stay short. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
