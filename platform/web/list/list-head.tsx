import type { Stay } from './frozen.ts';
import { HeadCell, Row, RowGroup } from './grid-parts.tsx';
import type { Column, Sorting } from './model.ts';
import type { Ticking } from './use-list-state.ts';

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: Sorting | null;
  onSort(key: string): void;
  readonly ticking: Ticking | null;
  readonly stay: Stay;
}

const isSortable = <Row,>({ sortBy, sortable }: Column<Row>): boolean => sortBy !== undefined || sortable === true;

export function ListHead<Row>({ columns, sorting, onSort, ticking, stay }: HeadProps<Row>) {
  return (
    <RowGroup className="jw-head">
      <Row aria-rowindex={1} className="jw-row">
        {ticking && (
          <HeadCell className="jw-tick" {...stay('')}>
            <TickAll ticking={ticking} />
          </HeadCell>
        )}
        {columns.map((column) => (
          <HeadCell
            key={column.key}
            className={`jw-cell ${column.align ? `jw-${column.align}` : ''}`}
            {...stay(column.key)}
            {...(isSortable(column) && { 'aria-sort': sortWord(sorting, column.key) })}
          >
            {isSortable(column) ? (
              <button type="button" className="jw-sort" onClick={() => onSort(column.key)}>
                {column.title}
                <span aria-hidden="true">{sortSign(sorting, column.key)}</span>
              </button>
            ) : (
              column.title
            )}
          </HeadCell>
        ))}
      </Row>
    </RowGroup>
  );
}

function TickAll({ ticking }: { readonly ticking: Ticking }) {
  return (
    <label>
      <input
        type="checkbox"
        aria-label="全部选中"
        checked={ticking.all}
        ref={(box) => {
          if (box) box.indeterminate = ticking.count > 0 && !ticking.all;
        }}
        onChange={(event) => ticking.tickAll(event.target.checked)}
      />
    </label>
  );
}

/** On a narrow screen the headings are hidden: ticking all and sorting stand above the list. */
export function NarrowHead<Row>({ columns, sorting, onSort, ticking }: Omit<HeadProps<Row>, 'stay'>) {
  const sortable = columns.filter(isSortable);
  if (sortable.length === 0) return null;
  return (
    <div className="jw-narrow-head">
      {ticking ? (
        <label>
          <input type="checkbox" checked={ticking.all} onChange={(event) => ticking.tickAll(event.target.checked)} />{' '}
          全选
        </label>
      ) : (
        <span />
      )}
      <select aria-label="排序" value={sorting?.key ?? ''} onChange={(event) => onSort(event.target.value)}>
        <option value="">原来的次序</option>
        {sortable.map((column) => (
          <option key={column.key} value={column.key}>
            按{column.title}排
          </option>
        ))}
      </select>
    </div>
  );
}

const sortWord = (sorting: Sorting | null, key: string): 'ascending' | 'descending' | 'none' =>
  sorting?.key === key ? (sorting.descending ? 'descending' : 'ascending') : 'none';
const sortSign = (sorting: Sorting | null, key: string): string =>
  ({ ascending: '▲', descending: '▼', none: '' })[sortWord(sorting, key)];
