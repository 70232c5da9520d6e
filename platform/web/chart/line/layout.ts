import { linear, ticksBetween } from '../scale.ts';
import { cut, labelStep, textWidth } from '../text.ts';
import { type LineInput, toneOfLine } from './model.ts';
import { bandPath, continued, linePath, type Place, runsOf, spotsPath, stepPath } from './paths.ts';

export const labelSize = 12;
const mostLabel = 110;

export interface DrawnPoint {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
}
export interface DrawnLine {
  readonly name: string;
  readonly tone: number;
  readonly faint: boolean;
  readonly path: string;
  readonly points: readonly DrawnPoint[];
  readonly forecast: string;
  readonly band: string;
  /** Where the forecast ends. */
  readonly ends: readonly { readonly x: number; readonly y: number }[];
}
export interface LineLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number; readonly text: string }[];
  /** Labels along, thinned out so that none touches another. */
  readonly labels: readonly { readonly at: number; readonly x: number; readonly text: string }[];
  readonly lines: readonly DrawnLine[];
  readonly target: string;
  readonly level: number | null;
  /** Where 0 lies, when figures are on both sides of it. */
  readonly zero: number | null;
  readonly place: Place;
  /** Nothing is known at all. */
  readonly empty: boolean;
}

export interface Frame {
  readonly width: number;
  readonly top: number;
  readonly height: number;
  short(value: number): string;
}

/** Every figure that has to be in sight. */
function figuresOf({ lines, level, target }: LineInput): number[] {
  const all = [
    ...lines.flatMap(({ values, forecast }) => [
      values,
      forecast?.values ?? [],
      forecast?.low ?? [],
      forecast?.high ?? [],
    ]),
    target?.values ?? [],
    level === undefined ? [] : [level.value],
  ];
  return all.flat().filter((value): value is number => value !== null && Number.isFinite(value));
}

/** Least and greatest of many: a spread of 100,000 arguments overflows. */
const reach = (figures: readonly number[]): [number, number] =>
  figures.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [figures[0] ?? 0, figures[0] ?? 0],
  );

/** Where everything of a line chart stands, in pixels of a picture of that width and height. */
export function layoutLines(input: LineInput, { width, top, height, short }: Frame): LineLayout {
  const { points, lines, level, target, from = 'zero' } = input;
  const [low, high] = reach(figuresOf(input));
  const values = from === 'zero' ? ticksBetween(Math.min(0, low), Math.max(0, high)) : ticksBetween(low, high);
  const texts = values.map(short);
  const named = points.map((point) => cut(point, mostLabel, labelSize));
  const widest = named.reduce((most, text) => Math.max(most, textWidth(text, labelSize)), 0);
  // The first and the last label reach half their width beyond their points, and must not be cut off there.
  const left = Math.ceil(Math.max(...texts.map((text) => textWidth(text, labelSize) + 10), widest / 2 - 6));
  const right = Math.max(left + 1, width - Math.max(12, Math.ceil(widest / 2)));
  const bottom = top + height - 28;
  const y = linear([values[0] ?? 0, values.at(-1) ?? 1], [bottom, top + 8]);
  const x = points.length > 1 ? linear([0, points.length - 1], [left + 6, right]) : () => (left + right) / 2;
  const place: Place = { x, y };
  const every = labelStep(named, points.length > 1 ? x(1) - x(0) : right - left, labelSize);
  const dotted = Math.max(1, Math.ceil((14 * Math.max(1, points.length - 1)) / Math.max(1, right - left)));
  return {
    ...{ left, right, top, bottom, place, empty: lines.every(({ values: own }) => runsOf(own).length === 0) },
    ticks: values.map((value, nth) => ({ value, y: y(value), text: texts[nth] ?? '' })),
    labels: named.flatMap((text, at) => (at % every === 0 ? [{ at, x: x(at), text }] : [])),
    lines: lines.map((line, nth) => drawn(line, toneOfLine(lines, nth), place, dotted)),
    target: target === undefined ? '' : targetPath(target, place, [left, right]),
    level: level === undefined ? null : y(level.value),
    zero: (values[0] ?? 0) < 0 && (values.at(-1) ?? 0) > 0 ? y(0) : null,
  };
}

const targetPath = (
  target: NonNullable<LineInput['target']>,
  place: Place,
  edges: readonly [number, number],
): string =>
  target.stepped || runsOf(target.values).every((run) => run.length === 1)
    ? stepPath(target.values, place, edges)
    : linePath(target.values, place);

function drawn(line: LineInput['lines'][number], tone: number, place: Place, dotted: number): DrawnLine {
  const { name, values, kind, preliminary, forecast } = line;
  const runs = runsOf(values);
  const ahead = forecast === undefined ? [] : continued(values, forecast.values);
  const low = forecast?.low;
  const high = forecast?.high;
  return {
    ...{ name, tone, faint: kind === 'earlier' },
    path: linePath(values, place),
    points: runs.flatMap((run) =>
      run.flatMap(({ at, value }) => {
        const hollow = preliminary?.[at] ?? false;
        // What stands alone has no line that would show it, and what may change must be seen.
        const shown = hollow || run.length === 1 || (kind !== 'earlier' && at % dotted === 0);
        return shown ? [{ at, x: place.x(at), y: place.y(value), hollow }] : [];
      }),
    ),
    forecast: spotsPath(ahead, place),
    band: low === undefined || high === undefined ? '' : bandPath(values, low, high, place),
    ends: ahead.slice(-1).map(({ at, value }) => ({ x: place.x(at), y: place.y(value) })),
  };
}

/** The point nearest to a place along the chart. */
export function nearest(x: number, count: number, place: Place): number {
  if (count < 2) return 0;
  const at = Math.round((x - place.x(0)) / (place.x(1) - place.x(0)));
  return Math.min(count - 1, Math.max(0, at));
}

/** The point that is read out before anybody asks: the last with a figure. */
export function lastKnown({ points, lines }: LineInput): number {
  for (let at = points.length - 1; at > 0; at--)
    if (lines.some(({ values, kind }) => kind !== 'earlier' && (values[at] ?? null) !== null)) return at;
  return 0;
}
