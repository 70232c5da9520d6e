import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, covers, type Place } from '../../../access/index.ts';
import type { WarningRowJson } from '../../contract.ts';
import { type StoredWarning, seenWork, type WarningWork, workOf } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type SaidWarning, sayWarnings } from './say.ts';

export const placeOfWarning = ({ regionId, unitId, chainId }: StoredWarning): Place => ({
  ...{ regionId, unitId: unitId === '' ? null : unitId, chainId: chainId === '' ? null : chainId },
});

/** Whether an actor may see numbers of one or two enterprises: by his permission, or because his unit reported them. */
export const mayRead =
  ({ permissions, reach }: Actor) =>
  ({ unitId }: StoredWarning): boolean =>
    reach.everything || permissions.has('indicator.detail') || (unitId !== '' && reach.units.has(unitId));

/** A warning in words, with what became of it. */
export interface ShownWarning {
  readonly stored: StoredWarning;
  readonly said: SaidWarning;
  readonly row: WarningRowJson;
}

/** Warnings as an actor may read them, in their order. */
export async function showWarnings(
  db: IndicatorDb,
  actor: Actor,
  warnings: readonly StoredWarning[],
): Promise<ShownWarning[]> {
  const said = new Map((await sayWarnings(db, warnings, mayRead(actor))).map((each) => [each.id, each]));
  const ids = warnings.map(({ id }) => id);
  const work = await asSystem(() => workOf(db, ids));
  const seen = await seenWork(
    db,
    [...work.values()].flatMap((each) => each.map(({ id }) => id)),
  );
  return warnings.flatMap((stored) => {
    const words = said.get(stored.id);
    if (words === undefined) return [];
    return [{ stored, said: words, row: rowOf(stored, words, work.get(stored.id) ?? [], seen) }];
  });
}

const named = (id: string, name: string | null) => (name === null ? null : { id, name });

function rowOf(
  stored: StoredWarning,
  said: SaidWarning,
  work: readonly WarningWork[],
  seen: ReadonlySet<string>,
): WarningRowJson {
  const { id, revision, about, regionId, unitId, chainId, light, since, period, state, aside } = stored;
  const { title, reason, next, isHidden: hidden } = said;
  return {
    ...{ id, revision, rule: stored.evidence.rule, light, title, reason, next, hidden, since, period, state },
    ...{ about: { id: about, name: said.indicator }, region: { id: regionId, name: said.region } },
    ...{ unit: named(unitId, said.unit), chain: named(chainId, said.chain) },
    aside: aside === null ? null : { ...aside },
    ...{ raisedAt: stored.raisedAt, lastFoundAt: stored.lastFoundAt, overAt: stored.overAt },
    work: work.map((each) => workJson(each, seen)),
  };
}

function workJson(work: WarningWork, seen: ReadonlySet<string>): WarningRowJson['work'][number] {
  const { id, title, state, assignee, claimedBy, createdAt, dueOn, outcome } = work;
  const kind = work.kind === 'handle' ? 'handle' : 'assignment';
  return { ...{ id, kind, title, state, assignee, claimedBy, createdAt, dueOn, outcome }, opens: seen.has(id) };
}

/** Whether a warning lies in an actor's reach; one that he was only given to look into does not. */
export const isWithin = (actor: Actor, warning: StoredWarning): boolean => covers(actor.reach, placeOfWarning(warning));
