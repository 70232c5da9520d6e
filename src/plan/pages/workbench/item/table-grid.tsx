import type { ReactNode } from 'react';
import type { Values } from '../../../../../platform/web/form/model.ts';
import { numbered } from '../../../../../platform/web/layout/numbered.ts';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';
import type { TableItem } from '../../../../document/index.ts';
import { withCell, withColumn, withHeading } from './table-values.ts';

interface Props {
  readonly table: TableItem;
  /** Makes every heading and cell a field; a figure typed into a cell becomes its value. */
  onChange?(more: Values): void;
}

/** A rebuilt table with the headings of rows and columns as they were understood. */
export function TableGrid({ table, onChange }: Props) {
  const depth = Math.max(0, ...table.rows.map((row) => row.headings.length));
  // Where the columns of the row headings have headings of their own, they come first.
  const own = Math.max(0, table.columns.length - Math.max(0, ...table.rows.map((row) => row.cells.length)));
  const put = onChange && (({ columns, rows }: TableItem): void => onChange({ columns, rows }));
  const text = (label: string, value: string, change: (typed: string) => TableItem): ReactNode =>
    put ? <input aria-label={label} value={value} onChange={(event) => put(change(event.target.value))} /> : value;
  return (
    <ScrollRegion aria-label="表格内容" className={put ? 'table-grid table-editor' : 'table-grid'}>
      <table>
        <thead>
          <tr>
            {own < depth && <td colSpan={depth - own} />}
            {numbered(table.columns).map(({ at, value }) => (
              <th key={at} scope="col">
                {text(`第 ${at + 1} 列标题`, value.join(' · '), (typed) => withColumn(table, at, typed))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(table.rows).map(({ at: line, value: row }) => (
            <tr key={line}>
              {Array.from({ length: depth }, (_, at) => at).map((at) => (
                <th key={at} scope="row">
                  {text(`第 ${line + 1} 行标题`, row.headings[at] ?? '', (typed) =>
                    withHeading(table, line, at, typed),
                  )}
                </th>
              ))}
              {numbered(row.cells).map(({ at, value: cell }) => (
                <td key={at} className={cell.value === null ? '' : 'figure'}>
                  {text(`第 ${line + 1} 行第 ${at + 1} 列`, cell.text, (typed) => withCell(table, line, at, typed))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
