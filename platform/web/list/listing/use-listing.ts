import { useMemo, useState } from 'react';
import { type ListFields, type SortKey, sortOf, sortText } from '../../../http/list-query.ts';
import type { Column, Sorting } from '../model.ts';
import { type ListChange, type ListSearch, queryOf } from './address.ts';
import { shownColumns } from './columns.ts';
import type { FilterWords } from './conditions.ts';
import { nothingTicked, type Selection } from './selection.ts';

export const USUAL_PAGE_SIZE = 50;

interface Given<Row> extends FilterWords {
  /** Under this name views are kept: `plans`. */
  readonly name: string;
  readonly fields: ListFields;
  /** All columns that there are; those of `fields` come sorted from the server. */
  readonly columns: readonly Column<Row>[];
  /** How the list stands: the search of the page's route. */
  readonly search: ListSearch;
  /** Puts another state into the address; `replace` leaves no step to go back to. */
  onSearch(search: ListSearch, replace: boolean): void;
  /** The order without a person's choice, as the server has it; only for the sign at the heading. */
  readonly usualSort?: SortKey;
}

/** A list that lives on the server: how it stands, what to ask for it, and how a person changes that. */
export interface ListingState<Row> extends Omit<Given<Row>, 'onSearch' | 'columns'> {
  /** For `queryFor`. */
  readonly query: ReturnType<typeof queryOf>;
  readonly allColumns: readonly Column<Row>[];
  readonly columns: readonly Column<Row>[];
  readonly frozen: number;
  readonly sorting: Sorting | null;
  readonly page: number;
  readonly pageSize: number;
  readonly filtered: boolean;
  readonly selection: Selection;
  select(selection: Selection): void;
  /** Changes what decides the rows: back to the first page, ticks are forgotten. */
  change(next: ListChange): void;
  /** Changes how they are looked at. */
  look(next: ListChange): void;
  /** The whole state at once, from a saved view. */
  take(search: ListSearch): void;
  sort(sorting: Sorting | null): void;
}

export function useListing<Row>(given: Given<Row>): ListingState<Row> {
  const { fields, columns, search, onSearch, usualSort } = given;
  // Ticks belong to the rows that were looked for: other words or conditions forget them.
  const what = JSON.stringify([search.text, search.filter]);
  const [ticks, setTicks] = useState({ what, selection: nothingTicked });
  const all = useMemo(
    () =>
      columns.map((column) => ({
        ...column,
        sortable: Object.hasOwn(fields, column.key) && fields[column.key]?.sort !== false,
      })),
    [columns, fields],
  );
  const shown = useMemo(() => shownColumns(all, search.columns), [all, search.columns]);
  const put = (next: ListChange, replace: boolean): void => onSearch(withoutGone(next), replace);
  return {
    ...given,
    query: queryOf(search, USUAL_PAGE_SIZE),
    allColumns: all,
    columns: shown,
    frozen: search.frozen ?? 1,
    sorting: sortOf(search.sort)[0] ?? usualSort ?? null,
    page: search.page ?? 1,
    pageSize: search.pageSize ?? USUAL_PAGE_SIZE,
    filtered: search.text !== undefined || search.filter !== undefined,
    selection: ticks.what === what ? ticks.selection : nothingTicked,
    select: (selection) => setTicks({ what, selection }),
    change: (next) => put({ ...search, ...next, page: undefined }, true),
    look: (next) => put({ ...search, ...next }, next.page === undefined),
    take: (next) => put(next, false),
    sort: (sorting) => put({ ...search, sort: sortText(sorting === null ? [] : [sorting]), page: undefined }, true),
  };
}

const withoutGone = (search: ListChange): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
