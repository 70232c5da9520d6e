import type { Actor } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type DiagnosisDb, readAnswers, readFiles, type StoredDiagnosis } from '../store.ts';
import { mayInspect } from './lock.ts';

/** Refuses an inspector out of whose reach it is, and anybody who had a hand in what was handed in. */
export async function refuseSamePerson(db: DiagnosisDb, actor: Actor, row: StoredDiagnosis): Promise<void> {
  if (!mayInspect(actor, row))
    throw new RefusalError({ code: 'diagnosis-not-inspector', field: 'diagnosisId', given: row.name });
  const answers = await readAnswers(db, row.id);
  const files = await readFiles(db, row.id);
  const doers = [
    ...[row.begun_by_id, row.submitted_by_id],
    ...[...answers, ...files].filter(({ hand }) => hand === 'self').map(({ by_id }) => by_id),
  ];
  if (doers.includes(actor.id))
    throw new RefusalError({ code: 'diagnosis-same-person', field: 'diagnosisId', given: actor.name });
}
