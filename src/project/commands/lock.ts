import { type Actor, covers } from '../../access/index.ts';
import type { AuditNote } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { At } from '../store/db.ts';
import { lockProjectRow, type ProjectDb, type StoredProject } from '../store.ts';

/** Where a project is, in the words of places. */
export const placeOf = (row: Pick<StoredProject, 'region_id' | 'unit_id' | 'chain_id'>): At => ({
  ...{ regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
});

/** What the log says of which project. */
export const recordOf = (row: StoredProject): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'project', id: row.id, name: row.name },
  place: placeOf(row),
});

/**
 * A project to be changed, held until the transaction ends. Refuses one beyond the actor's reach like one that is not there,
 * one that somebody changed since it was seen (`revision`; left out where months have their own), and one that is one with
 * another: what is done is done to that one.
 */
export async function lockProject(
  db: ProjectDb,
  actor: Actor,
  id: string,
  revision: number | null,
): Promise<StoredProject> {
  const row = await lockProjectRow(db, id);
  if (row === undefined || !covers(actor.reach, placeOf(row)))
    throw new RefusalError({ code: 'project-unknown', field: 'projectId', given: id });
  if (row.merged_into !== null)
    throw new RefusalError({ code: 'project-merged', field: row.name, given: row.merged_name ?? row.merged_into });
  if (revision !== null && row.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
  return row;
}
