import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { frozenPlaces, type Stay, stayOf } from './frozen.ts';
import { isRow, moveTo } from './keyboard.ts';
import type { ListProps, Sorting } from './model.ts';
import { nextSorting, sorted } from './sort.ts';

/** Everything the parts of a list share: rows in order, where the keyboard is, what is ticked. */
export interface ListState<Row> {
  readonly rows: readonly Row[];
  readonly sorting: Sorting | null;
  sort(key: string): void;
  readonly tracks: string;
  readonly stay: Stay;
  /** The grid's own element, which scrolls when the list fills a box; null until it is drawn. */
  readonly scroller: HTMLDivElement | null;
  setScroller(element: HTMLDivElement | null): void;
  /** Key of the one row that Tab reaches. */
  readonly reachable: string | null;
  enter(row: Row): void;
  tick(row: Row): void;
  readonly ticking: Ticking | null;
  onKeyDown(event: KeyboardEvent): void;
}
export interface Ticking {
  readonly count: number;
  readonly all: boolean;
  tickAll(all: boolean): void;
}

export function useListState<Row>(props: ListProps<Row>): ListState<Row> {
  const { columns, keyOf, ticked, onTick, onCurrent, onOpen } = props;
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(null);
  const [ownCurrent, setOwnCurrent] = useState<string | null>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const sorting = props.sorting === undefined ? ownSorting : props.sorting;
  const rows = useMemo(() => sorted(props.rows ?? [], columns, sorting), [props.rows, columns, sorting]);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const wanted = props.current ?? ownCurrent;
  const reachable = wanted !== null && keys.includes(wanted) ? wanted : (keys[0] ?? null);
  const focusNext = useRef(false);
  const withTicks = ticked !== undefined;
  const { frozen = 0 } = props;
  const stay = useMemo(() => stayOf(frozenPlaces(columns, frozen, withTicks)), [columns, frozen, withTicks]);

  const enter = (row: Row): void => {
    setOwnCurrent(keyOf(row));
    onCurrent?.(row);
  };
  const tickKeys = (changed: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const key of changed) on ? next.add(key) : next.delete(key);
    onTick?.(next);
  };
  const at = (key: string | null): number => (key === null ? -1 : keys.indexOf(key));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRow(event.target)) return;
    const from = at(reachable);
    const to = moveTo(event, from, rows.length);
    if (to !== null) {
      event.preventDefault();
      focusNext.current = true;
      if (event.shiftKey && onTick) tickKeys([keys[from]!, keys[to]!], true);
      enter(rows[to]!);
    } else if (event.key === 'Enter' && onOpen && rows[from] !== undefined) {
      event.preventDefault();
      onOpen(rows[from]);
    } else if (event.key === ' ' && onTick && reachable !== null) {
      event.preventDefault();
      tickKeys([reachable], !ticked?.has(reachable));
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onTick) {
      event.preventDefault();
      tickKeys(keys, true);
    }
  };

  useFocusOnMove(scroller, reachable, focusNext, props.current);
  return {
    rows,
    sorting,
    sort: (key) => (props.onSort ?? setOwnSorting)(nextSorting(sorting, key)),
    stay,
    tracks: [...(ticked ? ['34px'] : []), ...columns.map((column) => column.width)].join(' '),
    scroller,
    setScroller,
    reachable,
    enter,
    tick: (row) => tickKeys([keyOf(row)], !ticked?.has(keyOf(row))),
    ticking:
      ticked === undefined
        ? null
        : {
            count: keys.filter((key) => ticked.has(key)).length,
            all: keys.every((key) => ticked.has(key)),
            tickAll: (all) => tickKeys(keys, all),
          },
    onKeyDown,
  };
}

/** The focus follows the current row when it was in the list, or nowhere. */
function useFocusOnMove(
  scroller: HTMLDivElement | null,
  key: string | null,
  focusNext: RefObject<boolean>,
  current: string | null | undefined,
): void {
  useEffect(() => {
    const active = document.activeElement;
    const free = active === null || active === document.body;
    const here = active !== null && isRow(active) && scroller?.contains(active);
    if (key === null || !(focusNext.current || here || (free && current))) return;
    focusNext.current = false;
    // The row may only be drawn after the list has scrolled to it.
    let tries = 0;
    const focus = (): void => {
      const row = scroller?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`);
      if (row) row.focus({ preventScroll: true });
      else if (tries++ < 10) requestAnimationFrame(focus);
    };
    focus();
  }, [key, current, scroller, focusNext]);
}
