import { px } from '../scale.ts';

export interface Spot {
  readonly at: number;
  readonly value: number;
}
export interface Place {
  x(at: number): number;
  y(value: number): number;
}

/** What is known, as stretches without a gap. */
export function runsOf(values: readonly (number | null)[]): readonly (readonly Spot[])[] {
  const runs: Spot[][] = [];
  for (const [at, value] of values.entries()) {
    if (value === null || !Number.isFinite(value)) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.at === at - 1) run.push({ at, value });
    else runs.push([{ at, value }]);
  }
  return runs;
}

const through = (spots: readonly Spot[], { x, y }: Place): string =>
  spots.map(({ at, value }, nth) => `${nth === 0 ? 'M' : 'L'}${px(x(at))},${px(y(value))}`).join('');

/** A line that stops where nothing is known and goes on behind. A value alone between gaps has no line, only its point. */
export const linePath = (values: readonly (number | null)[], place: Place): string =>
  runsOf(values)
    .map((run) => (run.length > 1 ? through(run, place) : ''))
    .join('');

/** What is expected begins at the last known value before it, whatever lies between. */
export function continued(known: readonly (number | null)[], expected: readonly (number | null)[]): readonly Spot[] {
  const ahead = runsOf(expected).flat();
  const first = ahead[0]?.at ?? 0;
  const last = runsOf(known.slice(0, first)).flat().at(-1);
  return last === undefined ? ahead : [last, ...ahead];
}

export const spotsPath = (spots: readonly Spot[], place: Place): string =>
  spots.length > 1 ? through(spots, place) : '';

/** The interval around what is expected, opening out of the last known value; empty where one side is not known. */
export function bandPath(
  known: readonly (number | null)[],
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  place: Place,
): string {
  const sided = (values: readonly (number | null)[], other: readonly (number | null)[]) =>
    values.map((value, at) => ((other[at] ?? null) === null ? null : value));
  const [under, over] = [continued(known, sided(low, high)), continued(known, sided(high, low))];
  if (over.length < 2) return '';
  return `${through([...over], place)}${through([...under].reverse(), place).replace('M', 'L')}Z`;
}

/** Steps: each value from half a point before to half a point behind, within the edges. */
export function stepPath(
  values: readonly (number | null)[],
  { x, y }: Place,
  edges: readonly [number, number],
): string {
  const inside = (at: number): string => px(Math.min(edges[1], Math.max(edges[0], x(at))));
  return runsOf(values)
    .map((run) => {
      const steps = run.map(
        ({ at, value }) => `${inside(at - 0.5)},${px(y(value))}L${inside(at + 0.5)},${px(y(value))}`,
      );
      return `M${steps.join('L')}`;
    })
    .join('');
}
