import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { HeadingJson, MatrixCellJson, MatrixJson, PlaceJson } from '../../contract/reading-api.ts';
import { tableUnitOf } from '../reading/table-unit.ts';
import { type MatrixSearch, movedTo, type Shown, shownNames } from './address.ts';
import { MatrixCell } from './matrix-cell.tsx';

interface Props {
  readonly matrix: MatrixJson;
  readonly place: PlaceJson;
  readonly show: Shown;
  readonly search: MatrixSearch;
}

/** Chains down, places across; the whole first, so that nobody has to look for it. */
export function MatrixTable({ matrix, place, show, search }: Props) {
  const { indicator, rows, columns, cells, asOf } = matrix;
  const byKey = useMemo(() => new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell])), [cells]);
  const unit = useMemo(() => tableUnitOf(cells.flatMap(figuresOf), indicator), [cells, indicator]);
  if (rows.length === 0 || columns.length === 0)
    return (
      <Empty title="这里没有可比的地方">
        <p>{place.name}下面没有产业链或者没有下级。换一个地方，或者改按单位看。</p>
      </Empty>
    );
  const axis = place.axis === 'unit' ? ({ axis: 'unit' } as const) : {};
  return (
    <ScrollRegion className="matrix-scroll" aria-label="经纬矩阵">
      <table className="matrix-table">
        <caption>
          {shownNames[show]}
          {show === 'completion' || show === 'growth' ? '（小字是实绩，' : '（'}
          {unit.unit}）
        </caption>
        <thead>
          <tr>
            <th scope="col">产业链</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <ColumnHead {...{ column, place, search }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === '' ? 'matrix-whole' : undefined}>
              <th scope="row" className={row.parent === null || row.parent === '' ? undefined : 'matrix-below'}>
                {row.name}
              </th>
              {columns.map((column) => (
                <td key={column.id} className={column.id === place.id ? 'matrix-whole' : undefined}>
                  <MatrixCell
                    cell={byKey.get(keyOf(row.id, column.id))}
                    name={`${row.name}，${column.name}`}
                    indicator={indicator}
                    unit={unit}
                    show={show}
                    search={{
                      ...{ indicator: indicator.id, period: asOf, ...axis },
                      place: column.id === '' || column.id === '-' ? place.id : column.id,
                      ...(row.id !== '' && row.id !== '-' && { chain: row.id }),
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface HeadProps extends Pick<Props, 'place' | 'search'> {
  readonly column: HeadingJson;
}

function ColumnHead({ column, place, search }: HeadProps) {
  if (!column.opens || column.id === '' || column.id === place.id) return column.name;
  return (
    <Link to="/matrix" search={movedTo(search, column.id)} title={`看${column.name}下面各处`}>
      {column.name}
    </Link>
  );
}

const keyOf = (row: string, column: string): string => `${row}\u0000${column}`;

const figuresOf = ({ reading }: MatrixCellJson): bigint[] =>
  [reading?.actual.value, reading?.main?.goal, reading?.forecast.value].flatMap((value) =>
    value == null ? [] : [BigInt(value)],
  );
