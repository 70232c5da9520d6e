import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { layoutKeys } from './keys.ts';
import { lastKnown, layoutLines, nearest } from './line/layout.ts';
import { lineKeys } from './line/line-keys.tsx';
import { LinePicture } from './line/line-picture.tsx';
import type { LineInput } from './line/model.ts';
import { figuresAt, readingColumns, toldAt } from './line/reading.ts';
import { SvgKeys } from './svg-keys.tsx';
import { useWidth } from './use-width.ts';
import { ReadFigure, Walker } from './walker.tsx';
import './chart.css';

export type { Forecast, Level, Line, Target } from './line/model.ts';

interface Props extends LineInput {
  /** What the chart says, in a sentence: it is all that somebody hears who cannot see it, beside the table. */
  readonly summary: string;
  /** What stands along it, and each point's name. */
  readonly along: string;
  text(value: number): ReactNode;
  /** Written at the lines of the chart, and said: short. */
  short(value: number): string;
  /** Said of a point instead of the short form. */
  words?(value: number): string;
  /** Of one of a line's figures, beside it: how sure it is, where it comes from. */
  more?(at: number): ReactNode;
  /** Name of the picture to take away; without it there is none. */
  readonly picture?: string;
  readonly note?: string;
  readonly height?: number;
}

/** A few lines over time, drawn by ourselves: no script that the page's safety rules forbid, and the same on paper. */
export function LineChart(props: Props) {
  const { summary, along, points, text, short, words = short, more, picture, note, height } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const at = Math.min(asked ?? lastKnown(props), Math.max(0, points.length - 1));
  const keys = lineKeys(props);
  const top = layoutKeys(
    keys.map(({ name }) => name),
    width,
  ).height;
  const layout = layoutLines(props, { width, top, height: height ?? (width < 480 ? 220 : 260), short });
  const figures = toldAt(props, at);
  const follow = (event: PointerEvent): void => {
    const left = svg.current?.getBoundingClientRect();
    if (left === undefined || left.width === 0) return;
    setAsked(nearest(((event.clientX - left.left) * width) / left.width, points.length, layout.place));
  };
  return (
    <ChartFrame
      {...{ summary, picture, note, svg }}
      table={{
        head: along,
        columns: readingColumns(props),
        rows: points.map((point, nth) => ({
          ...{ key: point, name: point },
          cells: figuresAt(props, nth).map(({ value, note: state }) => (
            <>
              {value === null ? '' : text(value)}
              {state !== undefined && <small>（{state}）</small>}
            </>
          )),
        })),
      }}
    >
      <div ref={box}>
        <Walker
          label={`${along}，逐点看`}
          count={points.length}
          at={at}
          words={[
            points[at] ?? '',
            ...figures.flatMap(({ name, value, note: state }) =>
              value === null ? [] : `${name} ${words(value)}${state ? `（${state}）` : ''}`,
            ),
          ].join('，')}
          onWalk={setAsked}
          picture={
            <svg
              ref={svg}
              viewBox={`0 0 ${width} ${top + (layout.bottom - layout.top) + 28}`}
              aria-hidden="true"
              onPointerMove={follow}
              onPointerDown={follow}
            >
              <SvgKeys keys={keys} width={width} />
              <LinePicture {...{ layout, at }} />
            </svg>
          }
        >
          <b>{points[at]}</b>
          {figures.map(({ name, value, note: state }) => (
            <ReadFigure key={name} name={name} note={state}>
              {value === null ? '没有数' : text(value)}
            </ReadFigure>
          ))}
          {more?.(at)}
        </Walker>
      </div>
    </ChartFrame>
  );
}
