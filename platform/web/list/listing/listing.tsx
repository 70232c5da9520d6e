import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../../feedback/empty.tsx';
import { Refusals, sentencesOf } from '../../feedback/failure.tsx';
import { useShortcuts } from '../../shortcuts/registry.ts';
import { List } from '../list.tsx';
import { Chips } from './chips.tsx';
import { nothingTicked, tickedOn, withPage } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import type { ListingState } from './use-listing.ts';
import './listing.css';

export interface ListingAnswer<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly capped?: boolean;
}

export interface ListingProps<Row> {
  readonly listing: ListingState<Row>;
  readonly label: string;
  readonly answer: ListingAnswer<Row> | undefined;
  readonly error?: unknown;
  onRetry?(): void;
  keyOf(row: Row): string;
  nameOf(row: Row): string;
  onOpen?(row: Row): void;
  /** Shown when there is nothing at all; where conditions find nothing the list says so itself. */
  readonly empty: ReactNode;
  /** What stands in the field for words: `标题、文号或机关中的字`. Left out: the list cannot be searched by words. */
  readonly searchHint?: string;
  /** Keys of choices that get a box of their own beside the words. */
  readonly quick?: readonly string[];
  /** Address of the export of what is seen. Left out: nothing is exported. */
  exportAddress?(query: ExportParts): string;
  /** What can be done with the ticked rows. With it, or with an export, rows can be ticked. */
  actions?(selection: ListingState<Row>['selection'], done: () => void): ReactNode;
  /** More buttons at the end of the bar. */
  readonly tools?: ReactNode;
  /** Another way of seeing the same rows, shown in place of the list: a board, a calendar. */
  readonly instead?: ReactNode;
  rowClass?(row: Row): string;
}

/** What an export is asked for. */
export interface ExportParts {
  readonly format: 'xlsx' | 'csv';
  readonly text?: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly columns: string;
  readonly ids?: string;
  readonly except?: string;
}

/**
 * A list that lives on the server: words, conditions, order, columns, saved views, ticks over all pages, export of what
 * is seen. How it stands is in the page's address.
 */
export function Listing<Row>(props: ListingProps<Row>) {
  const { listing, label, answer, keyOf } = props;
  const { page, pageSize } = listing;
  const canTick = props.actions !== undefined || props.exportAddress !== undefined;
  const keys = (answer?.rows ?? []).map(keyOf);
  const total = answer?.total ?? 0;
  const last = Math.max(1, Math.ceil(total / pageSize));
  useShortcuts(label, [
    { keys: ['/'], label: '搜索', run: () => document.getElementById(`${listing.name}-search`)?.focus() },
    { keys: ['['], label: '上一页', run: () => listing.look({ page: page - 1 }), enabled: page > 1 },
    { keys: [']'], label: '下一页', run: () => listing.look({ page: page + 1 }), enabled: page < last },
  ]);
  return (
    <section className="jw-listing" aria-label={label}>
      <Toolbar {...props} total={total} capped={answer?.capped ?? false} />
      <Chips listing={listing} />
      {props.instead ?? <Rows {...props} total={total} keys={keys} canTick={canTick} />}
    </section>
  );
}

type RowsProps<Row> = ListingProps<Row> & {
  readonly total: number;
  readonly keys: readonly string[];
  readonly canTick: boolean;
};

/** The list itself, with what can be done with the ticked rows. */
function Rows<Row>(props: RowsProps<Row>) {
  const { listing, label, answer, error, keyOf, keys, total, canTick } = props;
  const { selection, select, page, pageSize } = listing;
  const stale = error !== null && error !== undefined && answer !== undefined;
  return (
    <>
      {canTick && <SelectionBar {...props} page={keys} total={total} capped={answer?.capped ?? false} />}
      {stale && <Refusals sentences={sentencesOf(error)} />}
      <List
        label={label}
        rows={answer?.rows}
        error={error}
        onRetry={() => props.onRetry?.()}
        columns={listing.columns}
        frozen={listing.frozen}
        keyOf={keyOf}
        nameOf={props.nameOf}
        sorting={listing.sorting}
        onSort={listing.sort}
        {...(props.onOpen && { onOpen: props.onOpen })}
        {...(props.rowClass && { rowClass: props.rowClass })}
        {...(canTick && {
          ticked: tickedOn(selection, keys),
          onTick: (ticked: ReadonlySet<string>) => select(withPage(selection, keys, ticked)),
        })}
        paging={{
          page,
          pageSize,
          total,
          capped: answer?.capped ?? false,
          onPage: (next) => listing.look({ page: next }),
          onPageSize: (size) => {
            select(nothingTicked);
            listing.change({ pageSize: size });
          },
        }}
        empty={listing.filtered ? <NothingFound listing={listing} /> : props.empty}
      />
    </>
  );
}

function NothingFound<Row>({ listing }: { readonly listing: ListingState<Row> }) {
  return (
    <Empty title="没有符合条件的">
      <p>换几个字，或者去掉一些条件。</p>
      <Button onClick={() => listing.change({ text: undefined, filter: undefined })}>清除条件</Button>
    </Empty>
  );
}
