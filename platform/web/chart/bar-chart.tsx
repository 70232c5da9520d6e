import { type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { BarPicture } from './bar/bar-picture.tsx';
import { layoutBars } from './bar/layout.ts';
import { type BarItem, type BarSeries, folded, type Rest, sumOf, toneOfSeries, usualMost } from './bar/model.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartLink } from './chart-link.tsx';
import { layoutKeys } from './keys.ts';
import { type Key, SvgKeys } from './svg-keys.tsx';
import { fillOf, TonePatterns } from './svg-patterns.tsx';
import { useWidth } from './use-width.ts';
import { ReadFigure, Walker } from './walker.tsx';
import './chart.css';

export type { BarItem, BarSeries, Rest } from './bar/model.ts';

interface Props {
  /** What the chart says, in a sentence. */
  readonly summary: string;
  /** What the bars are: 地区, 产业链. */
  readonly head: string;
  readonly series: readonly BarSeries[];
  /** In the order in which they are drawn. */
  readonly items: readonly BarItem[];
  /** Parts of a whole, one behind the other; otherwise one below the other. */
  readonly stacked?: boolean;
  /** What the tick on a bar means. */
  readonly targetName?: string;
  text(value: number): ReactNode;
  short(value: number): string;
  words?(value: number): string;
  /** How many bars are drawn; what the others come to, if they are to be one bar. */
  readonly most?: number;
  readonly rest?: Rest;
  readonly picture?: string;
  readonly note?: string;
}

/** Bars beside each other on one scale, with a tick where the target is. */
export function BarChart(props: Props) {
  const { summary, head, series, items, stacked = false, targetName = '目标', text, short, words = short } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const chart = useId();
  const [asked, setAsked] = useState(0);
  const { shown, left } = folded(items, props.most ?? usualMost, props.rest);
  const at = Math.min(asked, Math.max(0, shown.length - 1));
  const current = shown[at];
  const keys = keysOf(chart, series, shown, targetName);
  const top = layoutKeys(
    keys.map(({ name }) => name),
    width,
  ).height;
  const layout = layoutBars({ items: shown, series, stacked, width, top, short });
  const figures = current === undefined ? [] : figuresOf(current, series, stacked, targetName);
  const follow = (event: PointerEvent): void => {
    const edge = svg.current?.getBoundingClientRect();
    const first = layout.rows[0];
    if (edge === undefined || edge.width === 0 || first === undefined) return;
    const y = ((event.clientY - edge.top) * width) / edge.width - first.y;
    const row = Math.floor(y / first.height);
    if (row >= 0 && row < shown.length) setAsked(row);
  };
  return (
    <ChartFrame
      {...{ summary, svg, picture: props.picture, note: props.note }}
      table={{
        head,
        columns: [
          ...series.map(({ name }) => name),
          ...(stacked ? ['合计'] : []),
          ...(hasTarget(items) ? [targetName] : []),
        ],
        rows: items.map((item) => ({
          key: item.key,
          name: item.link === undefined ? item.name : <ChartLink href={item.link}>{item.name}</ChartLink>,
          cells: [
            ...series.map((_, nth) => item.values[nth] ?? null),
            ...(stacked ? [sumOf(item.values)] : []),
            ...(hasTarget(items) ? [item.target ?? null] : []),
          ].map((value) => (value === null ? '' : text(value))),
        })),
      }}
    >
      <div ref={box}>
        <Walker
          label={`${head}，逐条看`}
          count={shown.length}
          at={at}
          words={[
            current?.name ?? '',
            ...figures.map(({ name, value }) => `${name} ${value === null ? '没有数' : words(value)}`),
            ...(current?.note === undefined ? [] : [current.note]),
          ].join('，')}
          onWalk={setAsked}
          picture={
            <svg
              ref={svg}
              viewBox={`0 0 ${width} ${top + layout.height}`}
              aria-hidden="true"
              onPointerMove={follow}
              onPointerDown={follow}
            >
              <TonePatterns chart={chart} />
              <SvgKeys keys={keys} width={width} />
              <BarPicture {...{ layout, chart, at, items: shown, top, width }} />
            </svg>
          }
        >
          {current?.link === undefined ? (
            <b>{current?.name}</b>
          ) : (
            <ChartLink href={current.link}>{current.name}</ChartLink>
          )}
          {figures.map(({ name, value }) => (
            <ReadFigure key={name} name={name}>
              {value === null ? '没有数' : text(value)}
            </ReadFigure>
          ))}
          {current?.note !== undefined && <span>{current.note}</span>}
        </Walker>
      </div>
      {left > 0 && (
        <p className="jw-chart-note">
          图上是前 {shown.length} 项，还有 {left} 项在表格里。
        </p>
      )}
    </ChartFrame>
  );
}

const hasTarget = (items: readonly BarItem[]): boolean => items.some(({ target }) => (target ?? null) !== null);

function figuresOf(item: BarItem, series: readonly BarSeries[], stacked: boolean, targetName: string) {
  const target = item.target ?? null;
  return [
    ...series.map(({ name }, at) => ({ name, value: item.values[at] ?? null })),
    ...(stacked ? [{ name: '合计', value: sumOf(item.values) }] : []),
    ...(target === null ? [] : [{ name: targetName, value: target }]),
  ];
}

function keysOf(chart: string, series: readonly BarSeries[], items: readonly BarItem[], targetName: string): Key[] {
  const keys = series.map(({ name }, at): Key => {
    const tone = toneOfSeries(series, at);
    const fill = fillOf(chart, tone);
    return {
      name,
      sample: (
        <rect
          className={`jw-chart-fill jw-tone-${tone}`}
          {...(fill && { style: { fill } })}
          y={1}
          width={20}
          height={12}
        />
      ),
    };
  });
  if (hasTarget(items)) keys.push({ name: targetName, sample: <path className="jw-chart-tick" d="M10,0V14" /> });
  return keys;
}
