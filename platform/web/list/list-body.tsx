import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { RowGroup, Slot } from './grid-parts.tsx';
import { ListRow } from './list-row.tsx';
import type { ListProps } from './model.ts';
import type { ListState } from './use-list-state.ts';

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
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => props.keyOf(rows[at]!),
    overscan: 8,
  });
  const at = props.current ? rows.findIndex((row) => props.keyOf(row) === props.current) : -1;
  const shown = useRef<string | null | undefined>(null);
  useEffect(() => {
    if (at < 0 || shown.current === props.current) return;
    shown.current = props.current;
    virtual.scrollToIndex(at, { align: 'auto' });
    // What unfolds below the row is measured only after it is drawn.
    const timer = setTimeout(() => {
      scroller?.querySelector('.jw-slot-current')?.scrollIntoView({ block: 'nearest' });
    }, 60);
    return () => clearTimeout(timer);
  }, [at, props.current, virtual, scroller]);
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
