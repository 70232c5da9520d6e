import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, covers, type Place } from '../../../access/index.ts';
import type { AuditNote } from '../../../audit/index.ts';
import { type EnterpriseDb, titleKindNamed, titleKindsOf } from '../../../enterprise/index.ts';
import { type PackLibrary, RefusalError } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import { type RoundState, roundStateNames } from '../../domain/selection/index.ts';
import {
  insertStep,
  lockEntryRow,
  lockRoundRow,
  type RoundRow,
  type SelectionDb,
  type StoredEntry,
} from '../../store/selection/index.ts';
import type { SelectionDeps } from './deps.ts';

type Placed = Pick<RoundRow, 'region_id' | 'unit_id' | 'chain_id'>;

export const placeOf = (row: Placed): Place => ({
  regionId: row.region_id,
  unitId: row.unit_id,
  chainId: row.chain_id,
});
export const mayRun = (actor: Actor, row: Placed): boolean =>
  actor.permissions.has('ladder.select') && covers(actor.reach, placeOf(row));

export const recordOf = (row: Pick<RoundRow, 'id' | 'name'> & Placed): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'selection', id: row.id, name: row.name },
  place: placeOf(row),
});
export const linkOf = (roundId: string): string => `/selection-rounds/${roundId}`;
export const roundOrigin = (roundId: string): WorkOrigin => ({ slice: 'ladder', kind: 'selection', id: roundId });
export const sheetsOrigin = (roundId: string, personId: string): WorkOrigin => ({
  ...{ slice: 'ladder', kind: 'selection-sheets', id: `${roundId}-${personId}` },
});

/** The register's own commands take the connection of this transaction. */
export const asRegister = (db: SelectionDb): EnterpriseDb => db as unknown as EnterpriseDb;

export const titleName = (library: PackLibrary, kind: string): string =>
  titleKindNamed(titleKindsOf(library), kind)?.name ?? kind;

export function refuseState(row: Pick<RoundRow, 'state'>, states: readonly RoundState[]): void {
  if (!states.includes(row.state))
    throw new RefusalError({ code: 'selection-state', field: 'state', given: roundStateNames[row.state] });
}

/** A round that the actor runs, in one of some states and as he saw it, held until the transaction ends. */
export async function lockRound(
  db: SelectionDb,
  actor: Actor,
  { roundId, revision }: { readonly roundId: string; readonly revision: number | null },
  ...states: readonly RoundState[]
): Promise<RoundRow> {
  const row = await lockRoundRow(db, roundId);
  if (row === undefined || !mayRun(actor, row))
    throw new RefusalError({ code: 'selection-unknown', field: 'roundId', given: roundId });
  if (revision !== null && row.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
  refuseState(row, states);
  return row;
}

/** An application with its round, both held; whoever applies may not write the round, so it is held on the platform's behalf. */
export async function lockEntry(
  db: SelectionDb,
  entryId: string,
  ...states: readonly RoundState[]
): Promise<{ readonly entry: StoredEntry; readonly round: RoundRow }> {
  const unknown = new RefusalError({ code: 'selection-entry-unknown', field: 'entryId', given: entryId });
  const entry = await lockEntryRow(db, entryId);
  if (entry === undefined) throw unknown;
  const round = await insideAsSystem(db, () => lockRoundRow(db, entry.round_id));
  if (round === undefined) throw unknown;
  refuseState(round, states);
  return { entry, round };
}

/** One line of the round's own history, for whoever runs it. */
export const trace = (db: SelectionDb, deps: SelectionDeps, actor: Actor, roundId: string, words: string) =>
  insideAsSystem(db, () => insertStep(db, { round_id: roundId, at: deps.clock.now(), by_name: actor.name, words }));

/** What whoever runs the round has to do next; what it asked for before is done. */
export async function askNext(
  db: SelectionDb,
  deps: SelectionDeps,
  actor: Actor,
  round: Pick<RoundRow, 'id' | 'name'> & Placed,
  done: string,
  next: { readonly title: string; readonly detail: string; readonly dueOn: string | null } | null,
): Promise<void> {
  await closeWork(db, deps, actor, { origin: roundOrigin(round.id), outcome: done });
  if (next === null) return;
  await openWork(db, deps, actor, {
    ...{ kind: 'handle', title: `${next.title}：${round.name}`, detail: next.detail, link: linkOf(round.id) },
    ...{ origin: roundOrigin(round.id), place: placeOf(round), dueOn: next.dueOn },
    assignee: { kind: 'holders', id: 'ladder.select', name: '组织遴选的岗位' },
  });
}

/** Tells enterprises that have people here what became of their applications. */
export async function tellEntries(
  db: SelectionDb,
  deps: SelectionDeps,
  round: Pick<RoundRow, 'id' | 'name'>,
  entries: readonly Pick<StoredEntry, 'id' | 'unit_id' | 'enterprise_id'>[],
  what: { readonly key: string; readonly title: string; text(entry: { readonly id: string }): string },
): Promise<void> {
  await enqueue(
    db,
    deps,
    ...entries.flatMap((entry) =>
      entry.unit_id === null
        ? []
        : [
            {
              ...{ key: `selection:${round.id}:${entry.id}:${what.key}`, kind: 'progress' as const },
              ...{ title: what.title, text: what.text(entry), link: `/enterprises/${entry.enterprise_id}/selections` },
              origin: roundOrigin(round.id),
              to: [{ to: 'unit' as const, id: entry.unit_id }],
            },
          ],
    ),
  );
}
