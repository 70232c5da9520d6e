import type { Actor } from '../../access/index.ts';
import type { AuditNote } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { At } from '../store/db.ts';
import { type EnterpriseDb, lockEnterpriseRow, type StoredEnterprise } from '../store.ts';
import { isReached } from './reached.ts';

/** Where an enterprise is, in the words of places. */
export const placeOf = (row: Pick<StoredEnterprise, 'region_id' | 'park_id' | 'unit_id' | 'chain_id'>): At => ({
  ...{ regionId: row.region_id, parkId: row.park_id, unitId: row.unit_id, chainId: row.chain_id },
});

/** Whether an enterprise is the actor's by its place, or by the park that it lies in. */
export const reaches = ({ reach }: Pick<Actor, 'reach'>, at: At): boolean => isReached(reach, at);

/** What the log says of which enterprise. */
export const recordOf = (row: StoredEnterprise): Pick<AuditNote, 'record' | 'place'> => {
  const { regionId, unitId, chainId } = placeOf(row);
  return { record: { kind: 'enterprise', id: row.id, name: row.name }, place: { regionId, unitId, chainId } };
};

/**
 * An enterprise to be changed, held until the transaction ends. Refuses one beyond the actor's reach like one that is not
 * there, one that somebody changed since it was seen (`revision`; left out for what has a revision of its own), and one that is
 * one with another.
 */
export async function lockEnterprise(
  db: EnterpriseDb,
  actor: Actor,
  id: string,
  revision: number | null,
): Promise<StoredEnterprise> {
  const row = await lockEnterpriseRow(db, id);
  if (row === undefined || !reaches(actor, placeOf(row)))
    throw new RefusalError({ code: 'enterprise-unknown', field: 'enterpriseId', given: id });
  if (row.merged_into !== null)
    throw new RefusalError({ code: 'enterprise-merged', field: row.name, given: row.merged_name ?? row.merged_into });
  if (revision !== null && row.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
  return row;
}
