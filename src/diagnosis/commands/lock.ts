import { type Actor, covers } from '../../access/index.ts';
import type { AuditNote } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { WorkOrigin } from '../../work/index.ts';
import { type DiagnosisState, diagnosisStateNames } from '../domain/index.ts';
import { type Diagnosed, type DiagnosisDb, lockDiagnosisRow, readDiagnosed, type StoredDiagnosis } from '../store.ts';

type Placed = Pick<StoredDiagnosis, 'region_id' | 'park_id' | 'unit_id' | 'chain_id'>;

export const placeOf = (row: Placed) => ({ regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id });

/** Whether an enterprise is the actor's: by its place, or by the park that it lies in. */
const reaches = ({ reach }: Actor, row: Placed): boolean =>
  covers(reach, placeOf(row)) || (row.park_id !== null && reach.units.has(row.park_id));

/** The enterprise itself, or an office that keeps it. */
export const mayFill = (actor: Actor, row: Placed): boolean =>
  reaches(actor, row) &&
  (actor.permissions.has('enterprise.keep') || (actor.permissions.has('enterprise.ask') && row.unit_id !== null));
export const mayInspect = (actor: Actor, row: Placed): boolean =>
  actor.permissions.has('diagnosis.inspect') && reaches(actor, row);
export const isItself = (actor: Actor): boolean => !actor.permissions.has('enterprise.keep');

export const recordOf = (row: StoredDiagnosis): Pick<AuditNote, 'record' | 'place'> => ({
  record: { kind: 'diagnosis', id: row.id, name: row.name },
  place: placeOf(row),
});
export const originOf = (id: string): WorkOrigin => ({ slice: 'diagnosis', kind: 'diagnosis', id });
export const linkOf = (id: string): string => `/diagnoses/${id}`;

export async function seenDiagnosed(db: DiagnosisDb, actor: Actor, id: string): Promise<Diagnosed> {
  const row = await readDiagnosed(db, actor, id);
  if (row === undefined || row.merged_into !== null)
    throw new RefusalError({ code: 'diagnosis-enterprise-unknown', field: 'enterpriseId', given: id });
  return row;
}

/** A diagnosis to be changed in one of some states, held until the transaction ends. */
export async function lockDiagnosis(
  db: DiagnosisDb,
  actor: Actor,
  id: string,
  ...states: readonly DiagnosisState[]
): Promise<StoredDiagnosis> {
  const row = await lockDiagnosisRow(db, actor, id);
  if (row === undefined) throw new RefusalError({ code: 'diagnosis-unknown', field: 'diagnosisId', given: id });
  if (!states.includes(row.state))
    throw new RefusalError({ code: 'diagnosis-state', field: 'state', given: diagnosisStateNames[row.state] });
  return row;
}
