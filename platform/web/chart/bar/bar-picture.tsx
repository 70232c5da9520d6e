import { useGo } from '../chart-link.tsx';
import { px } from '../scale.ts';
import { fillOf } from '../svg-patterns.tsx';
import { type BarLayout, barSize } from './layout.ts';
import type { BarItem } from './model.ts';

interface Props {
  readonly layout: BarLayout;
  /** Where the patterns of the chart are. */
  readonly chart: string;
  /** The row that is read out. */
  readonly at: number;
  readonly items: readonly BarItem[];
  readonly top: number;
  readonly width: number;
}

/** Rows of a bar chart: the name, its bars and target, its figures. */
export function BarPicture({ layout, chart, at, items, top, width }: Props) {
  const { rows, ticks, left, zero, figuresAt, height } = layout;
  const bottom = top + height - 4;
  const here = rows[at];
  return (
    <>
      {here !== undefined && (
        <rect
          className="jw-chart-here"
          data-only-screen=""
          x={0}
          y={here.y}
          width={width}
          height={here.height}
          rx={4}
        />
      )}
      {ticks.map(({ value, x, text }) => (
        <g key={value}>
          <path className="jw-chart-grid" d={`M${px(x)},${top + 18}V${bottom}`} />
          <text className="jw-chart-text" x={x} y={top + 13} textAnchor="middle" fontSize={12}>
            {text}
          </text>
        </g>
      ))}
      {rows.map((row) => (
        <g key={row.key}>
          <RowName item={items[row.at]} name={row.name} x={left - 10} y={row.y + row.height / 2 + 4.5} />
          {row.bars.map((bar) => {
            const fill = fillOf(chart, bar.tone);
            return (
              <rect
                key={bar.series}
                className={`jw-chart-fill jw-chart-bar jw-tone-${bar.tone}`}
                {...(fill && { style: { fill } })}
                x={px(bar.x)}
                y={px(bar.y)}
                width={px(bar.width)}
                height={bar.height}
              />
            );
          })}
          {row.target && (
            <path className="jw-chart-tick" d={`M${px(row.target.x)},${row.target.y}v${row.target.height}`} />
          )}
          {row.figures.map(({ y, text }) => (
            <text key={y} className="jw-chart-strong" x={figuresAt} y={y} textAnchor="end" fontSize={barSize}>
              {text}
            </text>
          ))}
        </g>
      ))}
      <path className="jw-chart-zero" d={`M${px(zero)},${top + 18}V${bottom}`} />
    </>
  );
}

interface NameProps {
  readonly item: BarItem | undefined;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The whole name on pointing; a link for pointers, since keys reach the same one below the picture. */
function RowName({ item, name, x, y }: NameProps) {
  const go = useGo();
  const text = (
    <text
      className={item?.link === undefined ? 'jw-chart-name' : 'jw-chart-name jw-chart-link'}
      x={x}
      y={y}
      textAnchor="end"
      fontSize={barSize}
    >
      <title>{item?.name}</title>
      {name}
    </text>
  );
  const link = item?.link;
  if (link === undefined) return text;
  return (
    <a href={link} tabIndex={-1} onClick={(event) => go(event, link)}>
      {text}
    </a>
  );
}
