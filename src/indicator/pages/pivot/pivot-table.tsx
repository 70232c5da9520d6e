import { Link } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import { heatClass, quantileBreaks } from '../../../../platform/web/chart/heat.ts';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import {
  type IndicatorHeadJson,
  type PivotCellJson,
  type PivotJson,
  type PivotMeasure,
  type PivotSpec,
  pivotMeasureNames,
} from '../../contract/reading-api.ts';
import { HiddenMark } from '../reading/hidden-mark.tsx';
import type { TableUnit } from '../reading/table-unit.ts';
import { cellSaid, cellText, isAmount, isLacking, numberOf, unitsOf } from './figures.ts';
import { behind, type Standing } from './flat.ts';
import { axisNames, sortedBy } from './spec.ts';

interface Props {
  readonly answer: PivotJson;
  readonly spec: PivotSpec;
  readonly standing: Standing;
  readonly heat: boolean;
  onSpec(next: PivotSpec): void;
}

/** The table: headings stay in sight, every number is the way to what is behind it. */
export function PivotTable({ answer, spec, standing, heat, onSpec }: Props) {
  const { columns, rows, indicators } = answer;
  const heads = useMemo(() => new Map(indicators.map((head) => [head.id, head])), [indicators]);
  const units = useMemo(() => unitsOf(answer), [answer]);
  const grounds = useMemo(() => (heat ? groundsOf(answer) : null), [answer, heat]);
  const isMixed = new Set([...units.values()].map(({ unit }) => unit)).size > 1;
  const [only] = units.values();
  const { measures } = spec;
  const named = (keys: PivotJson['rows'][number]['keys'], indicatorId: string | null): string => {
    const names = keys.map(({ name }) => name).join('，');
    const unit = keys.some(({ axis }) => axis === 'indicator') ? units.get(indicatorId ?? '') : undefined;
    return unit === undefined || !isMixed ? names : `${names}（${unit.unit}）`;
  };
  return (
    <ScrollRegion className="pivot-scroll" aria-label="透视表">
      <table className="pivot-table">
        <caption>
          <span>
            {isMixed || only === undefined ? '单位见各指标' : `单位：${only.unit}`}
            {measures.some((measure) => !isAmount(measure)) && '；比率、位次除外'}。※ 是不显示的数，* 是有要说明的数。
          </span>
        </caption>
        <thead>
          {columns.some(({ keys }) => keys.length > 0) && (
            <tr>
              <th scope="col" rowSpan={2}>
                {spec.rows.map((axis) => axisNames[axis]).join(' / ')}
              </th>
              {columns.map(({ keys, kind, indicatorId }) => (
                <th
                  key={keys.map(({ id }) => id).join()}
                  scope="colgroup"
                  colSpan={measures.length}
                  className={kind === 'total' ? 'pivot-sum' : undefined}
                >
                  {named(keys, indicatorId)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {!columns.some(({ keys }) => keys.length > 0) && (
              <th scope="col">{spec.rows.map((axis) => axisNames[axis]).join(' / ')}</th>
            )}
            {numbered(columns).map(({ at, value: { kind } }) =>
              measures.map((measure) => (
                <SortHead
                  key={`${at} ${measure}`}
                  {...{ measure, spec, onSpec }}
                  column={at}
                  isSum={kind === 'total'}
                />
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ at: nth, value: row }) => {
            const [last, ...outer] = row.keys.toReversed();
            return (
              <tr key={nth} className={row.kind === 'plain' ? undefined : 'pivot-sum'}>
                <th scope="row">
                  {outer.length > 0 && <small>{named(outer.toReversed(), row.indicatorId)}</small>}
                  <span>{last === undefined ? '' : named([last], row.indicatorId)}</span>
                </th>
                {numbered(row.cells).map(({ at, value: cell }) => {
                  const column = columns[at];
                  const indicatorId = row.indicatorId ?? column?.indicatorId ?? null;
                  const keys = [...row.keys, ...(column?.keys ?? [])];
                  return (
                    <Fragment key={at}>
                      {measures.map((measure) => (
                        <PivotCell
                          key={measure}
                          {...{ cell, measure }}
                          head={heads.get(indicatorId ?? '')}
                          unit={units.get(indicatorId ?? '')}
                          ground={
                            row.kind === 'plain' && column?.kind === 'plain'
                              ? grounds?.(cell, measure, indicatorId)
                              : undefined
                          }
                          isSum={column?.kind === 'total'}
                          name={`${named(keys, null)}，${pivotMeasureNames[measure]}`}
                          search={behind({ keys, indicatorId }, standing)}
                        />
                      ))}
                    </Fragment>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface SortProps {
  readonly measure: PivotMeasure;
  readonly column: number;
  readonly isSum: boolean;
  readonly spec: PivotSpec;
  onSpec(next: PivotSpec): void;
}

/** A heading that sorts: from the greatest, from the least, as they come. */
function SortHead({ measure, column, isSum, spec, onSpec }: SortProps) {
  const { sort } = spec;
  const way =
    sort?.measure === measure && sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={way} className={isSum ? 'pivot-sum' : undefined}>
      <button type="button" onClick={() => onSpec(sortedBy(spec, measure, column))}>
        {pivotMeasureNames[measure]}
        <span aria-hidden="true">{{ descending: '↓', ascending: '↑', none: '' }[way]}</span>
      </button>
    </th>
  );
}

interface CellProps {
  readonly cell: PivotCellJson;
  readonly measure: PivotMeasure;
  readonly head: IndicatorHeadJson | undefined;
  readonly unit: TableUnit | undefined;
  readonly ground: string | undefined;
  readonly isSum: boolean;
  /** Where it stands, for whoever does not see it. */
  readonly name: string;
  readonly search: ReturnType<typeof behind>;
}

function PivotCell({ cell, measure, head, unit, ground, isSum, name, search }: CellProps) {
  const look = [ground, isSum && 'pivot-sum'].filter(Boolean).join(' ') || undefined;
  if (cell.hidden !== null)
    return (
      <td className={look}>
        <HiddenMark because={cell.hidden} />
      </td>
    );
  if (head === undefined || unit === undefined) return <td className={look}>—</td>;
  const text = cellText(cell, measure, head, unit);
  if (text === '—' || search === null)
    return (
      <td className={look} title={text === '—' ? `${name}：没有数` : undefined}>
        {text}
      </td>
    );
  const marked = isLacking(cell, measure);
  return (
    <td className={look}>
      <Link to="/cells" search={search} title={[name, ...cellSaid(cell, measure, head)].join('\n')} preload={false}>
        {text}
        {marked && (
          <sup>
            <span aria-hidden="true">*</span>
            <span className="visually-hidden">，有说明</span>
          </sup>
        )}
      </Link>
    </td>
  );
}

/** The ground of a cell among those of the same measure and indicator; sums are none of them. */
function groundsOf({ rows, columns }: PivotJson) {
  const values = new Map<string, (number | null)[]>();
  const keyOf = (measure: PivotMeasure, indicatorId: string | null): string => `${measure} ${indicatorId}`;
  for (const row of rows)
    if (row.kind === 'plain')
      for (const [at, cell] of row.cells.entries())
        if (columns[at]?.kind === 'plain')
          for (const measure of Object.keys(pivotMeasureNames) as PivotMeasure[]) {
            const key = keyOf(measure, row.indicatorId ?? columns[at].indicatorId);
            const found = values.get(key) ?? [];
            found.push(numberOf(cell, measure));
            values.set(key, found);
          }
  const breaks = new Map([...values].map(([key, found]) => [key, quantileBreaks(found)]));
  return (cell: PivotCellJson, measure: PivotMeasure, indicatorId: string | null): string =>
    heatClass(numberOf(cell, measure), breaks.get(keyOf(measure, indicatorId)) ?? []);
}
