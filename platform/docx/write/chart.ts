import { AlignmentType, type Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { BarChart, Chart, LineChart, ProgressChart } from '../model/chart.ts';
import type { Fonts } from '../model/document.ts';
import { OffGridParagraph } from './off-grid.ts';
import { captionDress } from './table.ts';
import { cleanText, lineHeight, textRuns } from './text.ts';

export const chartLimits = { categories: 200, series: 12 } as const;

/** Charts are measured in pixels of 1/96 inch. */
const pixels = (twips: number): number => Math.round((twips / 1440) * 96);
const millimetres = (mm: number): number => Math.round((mm / 25.4) * 96);

const BAR = 26;
const LINE_HEIGHT = 260;
const COLOURS = { done: '2F5D8C', planned: '9AA5B1' } as const;
const lights = { red: 'C0392B', yellow: 'E0A100', blue: '2F6FB5', green: '3C8D4A' } as const;
const others = ['2F5D8C', 'C0392B', '3C8D4A', 'B9770E', '6C4F9C', '1B8A8F'] as const;

/** Bars on one chart; a longer ranking goes on in the next, with the same scale. */
const MOST_BARS = 30;

/** A chart and its caption, on `room` twips; a ranking too long for one page is drawn in several. */
export function chartBlock(chart: Chart, room: number, fonts: Fonts): Paragraph[] {
  check(chart);
  if (isEmpty(chart)) return [line('没有数据', fonts), ...caption(chart, fonts)];
  const parts = drawings(chart);
  return parts.flatMap((options, at) => [
    new OffGridParagraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 0, line: 240, lineRule: 'auto' },
      children: [new ChartRun({ ...options, ...common(chart, pixels(room) - 20, barsOf(options), fonts) })],
    }),
    ...(at === parts.length - 1 ? caption(chart, fonts) : []),
  ]);
}

type Options = ChartRunOptions & { readonly categories: readonly string[] };

function drawings(chart: Chart): Options[] {
  if (chart.type === 'line') return [lines(chart)];
  const bars: readonly unknown[] = chart.bars;
  const starts = Array.from({ length: Math.ceil(bars.length / MOST_BARS) }, (_, at) => at * MOST_BARS);
  return starts.map((start) => (chart.type === 'bar' ? ranking(chart, start) : progress(chart, start)));
}

function ranking(chart: BarChart, start: number): Options {
  const bars = chart.bars.slice(start, start + MOST_BARS);
  const format = numberFormat(
    chart,
    chart.bars.map((bar) => bar.value),
  );
  return {
    type: 'bar',
    categories: bars.map((bar) => cleanText(bar.label)),
    series: [
      {
        name: chart.unit ?? '数值',
        values: bars.map((bar) => bar.value),
        color: COLOURS.done,
        colors: bars.map((bar) => (bar.light === undefined ? undefined : lights[bar.light])),
      },
    ],
    legend: false,
    gapWidth: 60,
    categoryAxis: { reverseOrder: true },
    valueAxis: { ...scale(chart.bars.map((bar) => bar.value)), visible: false, gridlines: false },
    dataLabels: { value: true, numberFormat: chart.unit === undefined ? format : `${format}"${quoted(chart.unit)}"` },
  };
}

function progress(chart: ProgressChart, start: number): Options {
  const bars = chart.bars.slice(start, start + MOST_BARS);
  const planned = chart.bars.some((bar) => typeof bar.planned === 'number');
  const values = chart.bars.flatMap((bar) => [bar.value, bar.planned ?? null]);
  const format = `${numberFormat(chart, values)}"%"`;
  const series = [{ name: '完成', values: bars.map((bar) => bar.value), color: COLOURS.done }];
  const plan = { name: '计划', values: bars.map((bar) => bar.planned ?? null), color: COLOURS.planned };
  return {
    type: 'bar',
    categories: bars.map((bar) => cleanText(bar.label)),
    series: planned ? [...series, plan] : series,
    legend: planned ? { position: 'bottom' } : false,
    gapWidth: 60,
    overlap: 0,
    categoryAxis: { reverseOrder: true },
    valueAxis: { minimum: Math.min(0, ...numbers(values)), maximum: Math.max(100, ...numbers(values)), visible: false },
    dataLabels: { value: true, numberFormat: format },
  };
}

function lines(chart: LineChart): Options {
  const values = chart.series.flatMap((each) => each.values);
  let next = 0;
  return {
    type: 'line',
    categories: chart.categories.map(cleanText),
    series: chart.series.map((each) => {
      const color = each.planned === true ? COLOURS.planned : (others[next++ % others.length] ?? COLOURS.done);
      return {
        name: cleanText(each.name),
        values: each.values,
        color,
        markers: each.planned !== true,
        line: { color, width: 2, ...(each.planned === true ? { dash: 'dash' as const } : {}) },
      };
    }),
    emptyValues: 'gap',
    legend: chart.series.length > 1 ? { position: 'bottom' } : false,
    valueAxis: {
      numberFormat: numberFormat(chart, values),
      ...(chart.unit === undefined ? {} : { title: chart.unit }),
    },
  };
}

function common(chart: Chart, width: number, rows: number, fonts: Fonts) {
  const height = chart.type === 'line' ? LINE_HEIGHT : rows * BAR + 50;
  return {
    font: { name: fonts.plain },
    chartArea: { border: 'none' as const },
    transformation: { width, height: chart.height === undefined ? height : millimetres(chart.height) },
    ...(chart.caption === undefined
      ? {}
      : { altText: { name: cleanText(chart.caption), description: describe(chart) } }),
  };
}

/** For who cannot see it: what is drawn, its ends, not every number; those stand in the chart's own data. */
function describe(chart: Chart): string {
  const what =
    chart.type === 'line'
      ? `折线图，${chart.series.length} 条线，${chart.categories.length} 个时点`
      : `条形图，${chart.bars.length} 项`;
  return cleanText(`${chart.caption ?? ''}。${what}。`);
}

/** Bars beside each other count double. */
const barsOf = (options: Options): number =>
  options.categories.length * ('series' in options ? options.series.length : 1);

const numbers = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function scale(values: readonly (number | null)[]): { minimum?: number; maximum?: number } {
  const [least, most] = [Math.min(0, ...numbers(values)), Math.max(0, ...numbers(values))];
  if (least === most) return {};
  // Room for the numbers at the ends of the bars.
  const room = (most - least) * 0.12;
  return { minimum: least < 0 ? least - room : 0, maximum: most > 0 ? most + room : 0 };
}

/** As many digits as the values have, at most two. */
function numberFormat({ decimals }: Chart, values: readonly (number | null)[]): string {
  const needed = Math.max(0, ...numbers(values).map((value) => digitsBehind(value)));
  const digits = Math.max(0, Math.min(6, decimals ?? Math.min(2, needed)));
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}
const digitsBehind = (value: number): number => /\.(\d+)$/.exec(String(Number(value.toFixed(4))))?.[1]?.length ?? 0;
const quoted = (unit: string): string => cleanText(unit).replaceAll('"', '');

function check(chart: Chart): void {
  const field = chart.caption ?? '';
  const count = chart.type === 'line' ? chart.categories.length : chart.bars.length;
  if (count > chartLimits.categories) {
    throw new RefusalError({ code: 'document-chart-long', field, given: count, limit: chartLimits.categories });
  }
  if (chart.type === 'line' && chart.series.length > chartLimits.series) {
    throw new RefusalError({
      code: 'document-chart-lines',
      field,
      given: chart.series.length,
      limit: chartLimits.series,
    });
  }
  const values =
    chart.type === 'line' ? chart.series.flatMap((each) => each.values) : chart.bars.map((bar) => bar.value);
  if (values.some((value) => value !== null && !Number.isFinite(value))) {
    throw new RefusalError({ code: 'document-chart-value', field });
  }
  if (chart.type === 'line' && chart.series.some((each) => each.values.length > chart.categories.length)) {
    throw new RefusalError({ code: 'document-chart-value', field });
  }
}

const isEmpty = (chart: Chart): boolean =>
  chart.type === 'line' ? chart.categories.length === 0 || chart.series.length === 0 : chart.bars.length === 0;

const line = (text: string, fonts: Fonts): Paragraph =>
  new OffGridParagraph({
    ...lineHeight(480),
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: textRuns(text, { font: fonts.plain, size: 24 }),
  });

const caption = (chart: Chart, fonts: Fonts): Paragraph[] =>
  chart.caption === undefined
    ? []
    : [
        new OffGridParagraph({
          ...lineHeight(480),
          alignment: AlignmentType.CENTER,
          children: textRuns(chart.caption, captionDress(fonts)),
        }),
      ];
