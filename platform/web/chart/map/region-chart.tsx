import { type PointerEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { ChartFrame } from '../chart-frame.tsx';
import { ChartLink } from '../chart-link.tsx';
import { groundOf, quantileBreaks } from '../heat.ts';
import { layoutKeys } from '../keys.ts';
import { type Key, SvgKeys } from '../svg-keys.tsx';
import { useWidth } from '../use-width.ts';
import { ReadFigure, Walker } from '../walker.tsx';
import { classNames, type RegionValue, said, stateOf, stateWords } from './regions.ts';
import { StatePatterns, stateFill } from './state-patterns.tsx';
import { neighbourOf, type Spot } from './walk.ts';

export interface RegionProps {
  /** What the map says, in a sentence. */
  readonly summary: string;
  /** What the regions are: 区县, 镇街. */
  readonly head: string;
  /** What the values are. */
  readonly valueName: string;
  readonly regions: readonly RegionValue[];
  /** Where classes part; without them classes of about as many regions each. */
  readonly breaks?: readonly number[];
  readonly classes?: number;
  text(value: number): ReactNode;
  short(value: number): string;
  words?(value: number): string;
  readonly picture?: string;
  readonly note?: string;
}

export interface Arranged {
  /** Regions that have a place in the picture, and where. */
  readonly shown: readonly RegionValue[];
  readonly spots: readonly Spot[];
  readonly height: number;
  /** Each region marked with `data-at`, its number among those shown. */
  draw(drawing: { readonly chart: string; readonly breaks: readonly number[]; readonly at: number }): ReactNode;
}

interface Props extends RegionProps {
  arrange(width: number): Arranged;
}

/** What a map and a grid of tiles have in common: classes and their keys, walking over regions, the table. */
export function RegionChart(props: Props) {
  const { summary, head, valueName, regions, text, short, words = short, picture, note, arrange } = props;
  const [box, width] = useWidth<HTMLDivElement>(900);
  const svg = useRef<SVGSVGElement>(null);
  const chart = useId();
  const [asked, setAsked] = useState(0);
  const { shown, spots, height, draw } = useMemo(() => arrange(width), [arrange, width]);
  const at = Math.min(asked, Math.max(0, shown.length - 1));
  const current = shown[at];
  const open = regions.map((region) => (stateOf(region) === null ? region.value : null));
  const breaks = props.breaks ?? quantileBreaks(open, props.classes);
  const keys = keysOf(chart, regions, classNames(breaks, short));
  const top = layoutKeys(
    keys.map(({ name }) => name),
    width,
  ).height;
  const follow = (event: PointerEvent): void => {
    const found = event.target instanceof Element ? event.target.closest('[data-at]')?.getAttribute('data-at') : null;
    if (found !== null && found !== undefined) setAsked(Number(found));
  };
  const left = regions.length - shown.length;
  return (
    <ChartFrame
      {...{ summary, picture, note, svg }}
      table={{
        head,
        columns: [valueName],
        rows: regions.map((region) => ({
          key: region.code,
          name: region.link === undefined ? region.name : <ChartLink href={region.link}>{region.name}</ChartLink>,
          cells: [said(region, text)],
        })),
      }}
    >
      <div ref={box}>
        <Walker
          label={`${head}，用方向键逐个看`}
          count={shown.length}
          at={at}
          words={
            current === undefined
              ? ''
              : [current.name, `${valueName} ${said(current, words)}`, current.note].filter(Boolean).join('，')
          }
          onWalk={setAsked}
          neighbour={(key) => neighbourOf(spots, at, key)}
          picture={
            <svg
              ref={svg}
              viewBox={`0 0 ${width} ${top + height}`}
              aria-hidden="true"
              onPointerOver={follow}
              onPointerDown={follow}
            >
              <StatePatterns chart={chart} />
              <SvgKeys keys={keys} width={width} />
              <g transform={`translate(0 ${top})`}>{draw({ chart, breaks, at })}</g>
            </svg>
          }
        >
          {current?.link === undefined ? (
            <b>{current?.name}</b>
          ) : (
            <ChartLink href={current.link}>{current.name}</ChartLink>
          )}
          {current !== undefined && <ReadFigure name={valueName}>{said(current, text)}</ReadFigure>}
          {current?.note !== undefined && <span>{current.note}</span>}
        </Walker>
      </div>
      {left > 0 && <p className="jw-chart-note">{left} 个地区没有边界，只在表格里。</p>}
    </ChartFrame>
  );
}

function keysOf(chart: string, regions: readonly RegionValue[], names: readonly string[]): Key[] {
  const keys = names.map(
    (name, at): Key => ({
      name,
      sample: <rect className={`jw-heat jw-heat-${groundOf(at, names.length)}`} y={1} width={20} height={12} />,
    }),
  );
  const states = new Set(regions.map(stateOf));
  for (const state of ['missing', 'suppressed'] as const)
    if (states.has(state))
      keys.push({
        name: stateWords[state],
        sample: (
          <rect
            className="jw-heat jw-heat-none"
            style={{ fill: stateFill(chart, state) }}
            y={1}
            width={20}
            height={12}
          />
        ),
      });
  return keys;
}
