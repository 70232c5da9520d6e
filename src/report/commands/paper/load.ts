import { type Actor, covers } from '../../../access/index.ts';
import type { AuditNote } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import {
  applyEdit,
  type Block,
  type BulletinFacts,
  type BulletinStep,
  isOut,
  numberWords,
} from '../../domain/index.ts';
import { insertStep, type ReportDb, readBulletin, type StoredBulletin } from '../../store.ts';

export const bulletinUnknown = (id: string): RefusalError =>
  new RefusalError({ code: 'bulletin-unknown', field: 'bulletinId', given: id });

export const placeOf = ({ region_id, unit_id, chain_id }: StoredBulletin) => ({
  ...{ regionId: region_id, unitId: unit_id, chainId: chain_id },
});

/** Whether it is of the actor's own office or of one below it, not merely sent to him. */
export const isOwn = (actor: Actor, row: StoredBulletin): boolean => covers(actor.reach, placeOf(row));

/** A paper that the actor may read: his office's own, or one that is out. Any other there is not. */
export async function seenBulletin(actor: Actor, id: string, db: ReportDb): Promise<StoredBulletin> {
  const row = await readBulletin(db, id);
  if (row === undefined) throw bulletinUnknown(id);
  const writes = actor.permissions.has('report.write') || actor.permissions.has('report.sign');
  if (!isOut(row.state) && !(writes && isOwn(actor, row))) throw bulletinUnknown(id);
  return row;
}

/** A paper of the actor's own office, held until the transaction ends. Refuses one that was only sent to him. */
export async function heldBulletin(actor: Actor, id: string, db: ReportDb): Promise<StoredBulletin> {
  const row = await seenBulletin(actor, id, db);
  if (!isOwn(actor, row)) throw new RefusalError({ code: 'bulletin-not-own', field: 'bulletinId', given: row.title });
  return (await readBulletin(db, id, 'locked')) ?? row;
}

export const numberOf = ({ sign, year, no }: Pick<StoredBulletin, 'sign' | 'year' | 'no'>): string | null =>
  year === null || no === null ? null : numberWords({ sign, year, no });

export const factsOf = ({ facts }: Pick<StoredBulletin, 'facts'>): BulletinFacts => JSON.parse(facts) as BulletinFacts;

/** The document as it stands now. What is kept was checked when it was saved: anything else is a fault of ours. */
export function blocksOf({ composed, content, id }: StoredBulletin): readonly Block[] {
  const applied = applyEdit(composed, content);
  if (!applied.ok) throw new Error(`the kept text of ${id} does not fit what it was composed from`);
  return applied.value;
}

export const recordOf = (row: StoredBulletin): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'bulletin', id: row.id, name: numberOf(row) ?? row.title },
  place: placeOf(row),
});

/** Writes a step into the history that everybody reads who reads the paper. */
export const noteStep = (
  db: ReportDb,
  actor: Actor,
  id: string,
  { step, at, words }: { readonly step: BulletinStep; readonly at: string; readonly words?: string | null | undefined },
): Promise<void> =>
  insertStep(db, id, {
    step,
    at,
    by: actor.name,
    byId: actor.id,
    words: words?.trim() === '' ? null : (words ?? null),
  });
