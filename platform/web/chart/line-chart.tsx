import { type ReactNode, useId, useState } from 'react';
import { ScrollRegion } from '../layout/scroll-region.tsx';
import { ticksTo } from './scale.ts';
import './chart.css';

export interface Line {
  readonly name: string;
  /** One for each point along the chart; null where there is none. */
  readonly values: readonly (number | null)[];
}

interface Props {
  /** What the chart says, in a sentence: it is all that somebody hears who cannot see it, beside the table. */
  readonly summary: string;
  /** What stands along it, and each point's name. */
  readonly along: string;
  readonly points: readonly string[];
  readonly lines: readonly Line[];
  /** A line across: a budget, a limit. */
  readonly level?: { readonly name: string; readonly value: number };
  text(value: number): ReactNode;
  /** Written at the lines of the chart: short. */
  short(value: number): string;
}

const [width, height] = [640, 260];
const box = { left: 64, right: 14, top: 12, bottom: 30 } as const;
const mostLabels = 7;

/** A few lines over time, drawn by ourselves: no script that the page's safety rules forbid, and the same on paper. */
export function LineChart({ summary, along, points, lines, level, text, short }: Props) {
  const [asTable, setAsTable] = useState(false);
  const table = useId();
  const most = Math.max(level?.value ?? 0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const ticks = ticksTo(most);
  const top = ticks.at(-1) ?? 1;
  const x = (at: number): number => box.left + (at * (width - box.left - box.right)) / Math.max(1, points.length - 1);
  const y = (value: number): number => height - box.bottom - (value * (height - box.top - box.bottom)) / top;
  const every = Math.max(1, Math.ceil(points.length / mostLabels));
  return (
    <figure className="jw-chart">
      <figcaption>{summary}</figcaption>
      <p className="jw-chart-keys" aria-hidden="true">
        {lines.map(({ name }, at) => (
          <span key={name}>
            <i className={`jw-bar-key jw-bar-${at}`} />
            {name}
          </span>
        ))}
        {level !== undefined && (
          <span>
            <i className="jw-bar-key jw-chart-level-key" />
            {level.name}
          </span>
        )}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary} focusable="false">
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="jw-chart-grid" x1={box.left} x2={width - box.right} y1={y(tick)} y2={y(tick)} />
            <text className="jw-chart-text" x={box.left - 8} y={y(tick) + 4} textAnchor="end">
              {short(tick)}
            </text>
          </g>
        ))}
        {points.map((point, at) =>
          at % every === 0 ? (
            <text key={point} className="jw-chart-text" x={x(at)} y={height - 10} textAnchor="middle">
              {point}
            </text>
          ) : null,
        )}
        {level !== undefined && (
          <line
            className="jw-chart-level"
            x1={box.left}
            x2={width - box.right}
            y1={y(level.value)}
            y2={y(level.value)}
          />
        )}
        {lines.map(({ name, values }, which) => (
          <polyline
            key={name}
            className={`jw-chart-line jw-chart-line-${which}`}
            points={values.flatMap((value, at) => (value === null ? [] : [`${x(at)},${y(value)}`])).join(' ')}
          />
        ))}
      </svg>
      <button
        type="button"
        className="jw-chart-switch"
        aria-expanded={asTable}
        aria-controls={table}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? '收起数字' : '看数字'}
      </button>
      <ScrollRegion id={table} className="jw-bars jw-chart-table" aria-label={`${summary}数字`} hidden={!asTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{along}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col" className="jw-bar-figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point, at) => (
              <tr key={point}>
                <th scope="row">{point}</th>
                {lines.map(({ name, values }) => (
                  <td key={name} className="jw-bar-figure">
                    {values[at] == null ? '' : text(values[at])}
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
