import { type Light, lights } from '../light/light.ts';
import type { Ranked } from '../rate/rank.ts';
import type { Snapshot } from './snapshot.ts';

/** What lists show of a frozen cycle; all of it stands in the text. */
export type SnapshotHead = Pick<
  Snapshot,
  'judgedOn' | 'knownAt' | 'rules' | 'weights' | 'counts' | 'ranking' | 'unreported'
> & {
  readonly tasks: number;
  readonly duties: number;
};

export const headOf = (snapshot: Snapshot): SnapshotHead => {
  const { judgedOn, knownAt, rules, weights, counts, ranking, unreported, tasks } = snapshot;
  const duties = lights.reduce((sum, light) => sum + counts[light], 0);
  const owed = tasks.filter((task) => task.duties.some(({ reason }) => reason.code !== 'not-owed')).length;
  return { judgedOn, knownAt, rules, weights, counts, ranking, unreported, tasks: owed, duties };
};

/** A unit in the ranking, and how it stood in the one before; null: it was not in it, or had no rate. */
export interface RankedBefore extends Ranked {
  readonly placeBefore: number | null;
  readonly permilleBefore: number | null;
}

/** Every unit with its place and rate of the time before. */
export function rankedAgainst(ranking: readonly Ranked[], before: readonly Ranked[]): RankedBefore[] {
  const known = new Map(before.map((each) => [each.unit.id, each]));
  return ranking.map((each) => {
    const then = known.get(each.unit.id);
    return { ...each, placeBefore: then?.place ?? null, permilleBefore: then?.permille ?? null };
  });
}

/** How many duties of each light there are more than the time before. */
export const lightsAgainst = (
  counts: Readonly<Record<Light, number>>,
  before: Readonly<Record<Light, number>>,
): Record<Light, number> =>
  Object.fromEntries(lights.map((light) => [light, counts[light] - before[light]])) as Record<Light, number>;
