import { linear, ticksBetween } from '../scale.ts';
import { cut, labelStep, textWidth } from '../text.ts';
import { type BarItem, type BarSeries, sumOf, toneOfSeries } from './model.ts';

export const barSize = 13;
const [gap, axis] = [10, 22];
const thick = { one: 16, many: 13 } as const;

export interface DrawnBar {
  readonly series: number;
  readonly tone: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface DrawnRow {
  readonly key: string;
  readonly at: number;
  readonly y: number;
  readonly height: number;
  /** The name as far as it fits. */
  readonly name: string;
  readonly bars: readonly DrawnBar[];
  /** Right-aligned at `figuresAt`, one for each bar, or for the whole row when stacked. */
  readonly figures: readonly { readonly y: number; readonly text: string }[];
  readonly target: { readonly x: number; readonly y: number; readonly height: number } | null;
}
export interface BarLayout {
  readonly rows: readonly DrawnRow[];
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly figuresAt: number;
  readonly zero: number;
  readonly ticks: readonly { readonly value: number; readonly x: number; readonly text: string }[];
}

export interface BarInput {
  readonly items: readonly BarItem[];
  readonly series: readonly BarSeries[];
  readonly stacked?: boolean | undefined;
  readonly width: number;
  readonly top: number;
  short(value: number): string;
}

/** How far a row reaches to both sides of 0. */
function reachOf({ values, target }: BarItem, stacked: boolean): readonly number[] {
  const known = values.map((value) => value ?? 0);
  const ends = stacked ? [sumOf(known.filter((v) => v < 0)) ?? 0, sumOf(known.filter((v) => v > 0)) ?? 0] : known;
  return [...ends, target ?? 0];
}

/** Where everything of a bar chart stands: names on the left, figures on the right, bars between them on one scale. */
export function layoutBars({ items, series, stacked = false, width, top, short }: BarInput): BarLayout {
  const ends = items.flatMap((item) => reachOf(item, stacked));
  const values = ticksBetween(
    ends.reduce((least, value) => Math.min(least, value), 0),
    ends.reduce((most, value) => Math.max(most, value), 0),
  );
  const texts = items.map(({ values: own }) =>
    (stacked ? [sumOf(own)] : own).map((v) => (v === null ? '—' : short(v))),
  );
  const widestName = items.reduce((most, { name }) => Math.max(most, textWidth(name, barSize)), 0);
  const widestFigure = texts.flat().reduce((most, text) => Math.max(most, textWidth(text, barSize)), 0);
  const names = Math.min(widestName, width * (width < 480 ? 0.3 : 0.28));
  const left = Math.ceil(names) + gap;
  const figuresAt = width - 2;
  const right = Math.max(left + 20, Math.floor(figuresAt - widestFigure - gap - 4));
  const x = linear([values[0] ?? 0, values.at(-1) ?? 1], [left, right]);
  const bars = stacked ? 1 : Math.max(1, series.length);
  const height = bars === 1 ? thick.one : thick.many;
  const rowHeight = bars * (height + 2) + 10;
  const tickTexts = values.map(short);
  const every = labelStep(tickTexts, values.length > 1 ? x(values[1] ?? 0) - x(values[0] ?? 0) : right - left, 12);
  return {
    ...{ left, right, figuresAt, zero: x(0), height: axis + items.length * rowHeight + 4 },
    ticks: values.map((value, at) => ({ value, x: x(value), text: at % every === 0 ? (tickTexts[at] ?? '') : '' })),
    rows: items.map((item, at) => {
      const y = top + axis + at * rowHeight;
      const target = item.target ?? null;
      return {
        ...{ key: item.key, at, y, height: rowHeight },
        name: cut(item.name, names + 1, barSize),
        bars: stacked ? stackedBars(item, series, x, y + 5, height) : groupedBars(item, series, x, y + 5, height),
        figures: (texts[at] ?? []).map((text, nth) => ({ y: y + 5 + nth * (height + 2) + height / 2 + 4.5, text })),
        target: target === null ? null : { x: x(target), y: y + 2, height: rowHeight - 4 },
      };
    }),
  };
}

type Scale = (value: number) => number;

function groupedBars(
  { values }: BarItem,
  series: readonly BarSeries[],
  x: Scale,
  y: number,
  height: number,
): DrawnBar[] {
  return values.flatMap((value, nth) =>
    value === null ? [] : [drawn(nth, toneOfSeries(series, nth), x(0), x(value), y + nth * (height + 2), height)],
  );
}

function stackedBars(
  { values }: BarItem,
  series: readonly BarSeries[],
  x: Scale,
  y: number,
  height: number,
): DrawnBar[] {
  const ends = { below: 0, above: 0 };
  return values.flatMap((value, nth) => {
    if (value === null || value === 0) return [];
    const side = value < 0 ? 'below' : 'above';
    const from = ends[side];
    ends[side] += value;
    return [drawn(nth, toneOfSeries(series, nth), x(from), x(ends[side]), y, height)];
  });
}

/** A figure that is not 0 is seen, however small it is beside the others. */
const drawn = (series: number, tone: number, from: number, to: number, y: number, height: number): DrawnBar => ({
  ...{ series, tone, x: Math.min(from, to), y, height },
  width: from === to ? 0 : Math.max(1, Math.abs(to - from)),
});
