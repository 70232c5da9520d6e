import type { MouseEvent } from 'react';
import { Cell, Row as GridRow } from './grid-parts.tsx';
import type { ListProps } from './model.ts';
import type { ListState } from './use-list-state.ts';

interface RowProps<Row> {
  readonly row: Row;
  readonly at: number;
  readonly props: ListProps<Row>;
  readonly state: ListState<Row>;
}

/** A row and, when it is the current one, what unfolds below it. */
export function ListRow<Row>({ row, at, props, state }: RowProps<Row>) {
  const { columns, keyOf, nameOf, ticked, detail, onOpen, rowClass } = props;
  const key = keyOf(row);
  const current = props.current !== undefined && key === props.current;
  const tickedNow = ticked?.has(key) ?? false;
  const unfolded = current && detail !== undefined;
  return (
    <>
      <GridRow
        aria-rowindex={at + 2}
        aria-selected={ticked === undefined ? current : tickedNow}
        className={`jw-row jw-item ${current ? 'jw-current' : ''} ${rowClass?.(row) ?? ''}`}
        data-key={key}
        tabIndex={key === state.reachable ? 0 : -1}
        onClick={(event) => {
          if (!onControl(event)) state.enter(row);
        }}
        onDoubleClick={(event) => {
          if (!onControl(event)) onOpen?.(row);
        }}
      >
        {ticked && (
          <Cell className="jw-tick" {...state.stay('')}>
            <label>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={`选中 ${nameOf(row)}`}
                checked={tickedNow}
                onChange={() => state.tick(row)}
              />
            </label>
          </Cell>
        )}
        {columns.map((column) => (
          <Cell
            key={column.key}
            className={`jw-cell jw-narrow-${column.narrow ?? 'more'} ${column.align ? `jw-${column.align}` : ''}`}
            {...state.stay(column.key)}
            data-title={column.title}
          >
            {column.render(row)}
          </Cell>
        ))}
      </GridRow>
      {unfolded && (
        <GridRow className="jw-detail">
          <Cell>{detail(row)}</Cell>
        </GridRow>
      )}
    </>
  );
}

/** True when the click was meant for a link, button or box inside the row. */
const onControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
