import type { ReactNode } from 'react';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';

export interface PlainColumn<Row> {
  readonly title: string;
  readonly end?: boolean;
  /** Buttons: without the name of the column on a telephone. */
  readonly act?: boolean;
  cell(row: Row): ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
}

/** A table of a page; on a telephone each row is a card. */
export function PlainTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <ScrollRegion className="selection-scroll" aria-label={label}>
      <table className="page-table">
        <thead>
          <tr>
            {columns.map(({ title, end, act }) => (
              <th key={title} scope="col" className={end === true || act === true ? 'page-end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, end, act, cell }) => (
                <td
                  key={title}
                  data-label={title}
                  className={act === true ? 'page-act' : end === true ? 'page-end' : undefined}
                >
                  <span className={act === true ? 'selection-acts' : undefined}>{cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
