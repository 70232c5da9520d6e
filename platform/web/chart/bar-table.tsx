import type { ReactNode } from 'react';
import { ScrollRegion } from '../layout/scroll-region.tsx';
import { percentOf } from './scale.ts';
import './chart.css';

export interface BarSeries {
  readonly name: string;
  /** How its figures are written. */
  text(value: number): ReactNode;
}
export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  /** One for each series; the bars of a row share one scale with all others. */
  readonly values: readonly number[];
  /** Behind the figures: a difference, a share. */
  readonly more?: readonly ReactNode[];
}

interface Props {
  /** Read by screen readers, and printed above. */
  readonly caption: string;
  /** What the rows are. */
  readonly head: string;
  readonly series: readonly BarSeries[];
  readonly rows: readonly BarRow[];
  /** Titles of what stands behind the figures. */
  readonly moreHeads?: readonly string[];
}

/** Figures side by side with a bar each: a table first, so that it needs no second version for those who cannot see it. */
export function BarTable({ caption, head, series, rows, moreHeads = [] }: Props) {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values));
  return (
    <ScrollRegion className="jw-bars" aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {series.map(({ name }, at) => (
              <th key={name} scope="col" className="jw-bar-figure">
                <i className={`jw-bar-key jw-bar-${at}`} aria-hidden="true" />
                {name}
              </th>
            ))}
            {moreHeads.map((title) => (
              <th key={title} scope="col" className="jw-bar-figure">
                {title}
              </th>
            ))}
            <td className="jw-bar-head" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values, more = [] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {series.map(({ name: title, text }, at) => (
                <td key={title} className="jw-bar-figure">
                  {text(values[at] ?? 0)}
                </td>
              ))}
              {moreHeads.map((title, at) => (
                <td key={title} className="jw-bar-figure">
                  {more[at]}
                </td>
              ))}
              <td className="jw-bar-cell" aria-hidden="true">
                {series.map(({ name: title }, at) => (
                  <span
                    key={title}
                    className={`jw-bar jw-bar-${at}`}
                    style={{ inlineSize: `${percentOf(values[at] ?? 0, most)}%` }}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
