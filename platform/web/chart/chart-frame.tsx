import { type ReactNode, type RefObject, useId, useState } from 'react';
import { numbered } from '../layout/numbered.ts';
import { ScrollRegion } from '../layout/scroll-region.tsx';
import { ChartTools } from './chart-tools.tsx';
import { svgToPng } from './picture/svg-to-png.ts';
import './chart.css';

export interface ChartTable {
  /** What the rows are. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly cells: readonly ReactNode[] }[];
}

interface Props {
  /** What the chart says, in a sentence. */
  readonly summary: string;
  readonly table: ChartTable;
  /** Name of the picture to take away; without it there is none. */
  readonly picture?: string | undefined;
  /** Below the picture that is taken away: source, day, who took it. */
  readonly note?: string | undefined;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly children: ReactNode;
}

/** Around every chart: the sentence above it, the table that says the same, the picture to take away. */
export function ChartFrame({ summary, table, picture, note, svg, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const draw = async (): Promise<Blob> => {
    if (svg.current === null) throw new Error('the chart is not drawn yet');
    return svgToPng(svg.current, { title: summary, ...(note !== undefined && { note }) });
  };
  return (
    <figure className="jw-chart">
      <figcaption>{summary}</figcaption>
      {children}
      <ChartTools
        table={{ id, open: asTable, onSwitch: () => setAsTable(!asTable) }}
        picture={picture === undefined ? undefined : { name: picture, draw }}
      />
      <ScrollRegion id={id} className="jw-bars jw-chart-table" aria-label={`${summary}表格`} hidden={!asTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{table.head}</th>
              {table.columns.map((name) => (
                <th key={name} scope="col" className="jw-bar-figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {numbered(cells).map(({ at, value }) => (
                  <td key={at} className="jw-bar-figure">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  );
}
