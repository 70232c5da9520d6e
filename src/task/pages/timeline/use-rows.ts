import { useQueries, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import type { Day } from '../../../kernel/index.ts';
import { type TaskRowJson, tasksApi } from '../../contract.ts';
import type { sameSet } from '../list/address.ts';
import { daysOf } from './bar.ts';

/** Rows that one request brings. */
export const rowsAtOnce = 200;

export interface TimelineRows {
  readonly total: number | undefined;
  readonly capped: boolean;
  readonly error: unknown;
  retry(): void;
  /** The row at a place; undefined while it is being read. */
  at(place: number): TaskRowJson | undefined;
  /** Every row that is there, by its id, with its place. */
  readonly known: ReadonlyMap<string, { readonly row: TaskRowJson; readonly at: number }>;
  /** Days that the axis has to reach, of all rows, read or not. */
  readonly days: readonly Day[];
}

/**
 * The rows of the time axis, page by page as they come into sight; `first` and `last` are the places in sight. Where the
 * axis begins and ends is asked for apart, so that it does not grow under the eyes.
 */
export function useRows(
  asked: ReturnType<typeof sameSet>,
  sort: string,
  { first, last }: { readonly first: number; readonly last: number },
): TimelineRows {
  const pageOf = (place: number): number => Math.floor(place / rowsAtOnce) + 1;
  const wanted = [...new Set([1, ...range(pageOf(Math.max(0, first)), pageOf(Math.max(0, last)))])];
  const query = (page: number) => ({ ...asked, sort, page, pageSize: rowsAtOnce });
  const pages = useQueries({
    queries: wanted.map((page) => ({
      ...queryFor(tasksApi.listTasks, { query: query(page) }),
      staleTime: 60_000,
    })),
  });
  const end = (order: string) => ({ query: { ...asked, sort: order, page: 1, pageSize: 1 } });
  const earliest = useQuery(queryFor(tasksApi.listTasks, end('createdOn')));
  const firstDue = useQuery(queryFor(tasksApi.listTasks, end('dueOn')));
  const latest = useQuery(queryFor(tasksApi.listTasks, end('-dueOn')));
  const answers = pages.map(({ data }) => data);
  const known = new Map<string, { readonly row: TaskRowJson; readonly at: number }>();
  const places = new Map<number, TaskRowJson>();
  for (const answer of answers)
    for (const [at, row] of answer?.rows.entries() ?? []) {
      const place = ((answer?.page ?? 1) - 1) * rowsAtOnce + at;
      known.set(row.id, { row, at: place });
      places.set(place, row);
    }
  const head = answers[0];
  const ends = [earliest.data, firstDue.data, latest.data];
  const ready = head !== undefined && ends.every((each) => each !== undefined);
  return {
    total: ready ? head.total : undefined,
    capped: head?.capped ?? false,
    error: [...pages, earliest, firstDue, latest].find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const each of [...pages, earliest, firstDue, latest]) if (each.error !== null) void each.refetch();
    },
    at: (place) => places.get(place),
    known,
    days: daysOf(ends.flatMap((answer) => answer?.rows ?? [])),
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
