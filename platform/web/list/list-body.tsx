import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { RowGroup, Slot } from './grid-parts.tsx';
import { ListRow } from './list-row.tsx';
import type { ListProps } from './model.ts';
import type { ListState } from './use-list-state.ts';
import { useScrollToCurrent } from './use-scroll-to-current.ts';

interface BodyProps<Row> {
  readonly props: ListProps<Row>;
  readonly state: ListState<Row>;
}

export function ListBody<Row>(both: BodyProps<Row>) {
  return both.props.fill ? <RowsInSight {...both} /> : <AllRows {...both} />;
}

function AllRows<Row>({ props, state }: BodyProps<Row>) {
  return (
    <RowGroup>
      {state.rows.map((row, at) => (
        <Slot key={props.keyOf(row)}>
          <ListRow row={row} at={at} props={props} state={state} />
        </Slot>
      ))}
    </RowGroup>
  );
}

const ROW_HEIGHT = 45;

function RowsInSight<Row>({ props, state }: BodyProps<Row>) {
  const { rows, scroller } = state;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => props.keyOf(rows[at]!),
    overscan: 8,
  });
  const { sorting } = state;
  const before = useRef(sorting);
  useEffect(() => {
    if (before.current !== sorting) virtual.scrollToOffset(0);
    before.current = sorting;
  }, [sorting, virtual]);
  const at = props.current ? rows.findIndex((row) => props.keyOf(row) === props.current) : -1;
  useScrollToCurrent(virtual, scroller, at, props.current);
  return (
    <RowGroup className="jw-sight" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index]!;
        const current = props.keyOf(row) === props.current;
        return (
          <Slot
            key={item.key}
            className={current ? 'jw-slot jw-slot-current' : 'jw-slot'}
            data-index={item.index}
            ref={virtual.measureElement}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <ListRow row={row} at={item.index} props={props} state={state} />
          </Slot>
        );
      })}
    </RowGroup>
  );
}
