import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { closeWork } from '../../work/index.ts';
import type { DiagnosisJson } from '../contract.ts';
import { completeness, minimumFactNames } from '../domain/index.ts';
import { formFor } from '../pack.ts';
import { dutiesOf, insertDiagnosis, saveDiagnosis } from '../store.ts';
import { type DiagnosisDeps, today } from './deps.ts';
import { isItself, lockDiagnosis, mayFill, originOf, placeOf, recordOf, seenDiagnosed } from './lock.ts';
import { missingFacts, readDiagnosis } from './read-diagnosis.ts';

/**
 * Begins a diagnosis, by the enterprise itself or by an office that keeps it. The newest edition in force decides, and of it
 * the table of the industry. Refuses where the register does not know enough, and where one is under way.
 */
export async function startDiagnosis(
  actor: Actor,
  asked: { readonly enterpriseId: string; readonly questionnaireId: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  const { enterpriseId, questionnaireId } = asked;
  const id = deps.newId();
  await recording(deps, actor, async (db, note) => {
    const row = await seenDiagnosed(db, actor, enterpriseId);
    if (!mayFill(actor, row))
      throw new RefusalError({ code: 'diagnosis-not-yours', field: 'enterpriseId', given: row.name });
    const form = formFor(deps.questionnaires.forms, { questionnaireId, industry: row.industry, on: today(deps) });
    if (form === undefined)
      throw new RefusalError({ code: 'diagnosis-form-none', field: 'questionnaireId', given: questionnaireId });
    const missing = missingFacts(row, form.minimum);
    if (missing.length > 0)
      throw new RefusalError({
        ...{ code: 'diagnosis-facts-missing', field: row.name },
        given: missing.map((fact) => minimumFactNames[fact]).join('、'),
      });
    const duty = (await dutiesOf(db, row.id)).find(({ questionnaire_id }) => questionnaire_id === questionnaireId);
    const isNew = await insertDiagnosis(db, {
      ...{ id, enterprise_id: row.id, campaign_id: duty?.id ?? null, questionnaire_id: questionnaireId },
      ...{ edition_id: form.editionId, table_id: form.tableId, digest: form.digest },
      wanted: completeness(form, new Map()).wanted,
      ...{ begun_at: deps.clock.now(), begun_by_id: actor.id, begun_by: actor.name, by_itself: isItself(actor) },
    });
    if (!isNew) throw new RefusalError({ code: 'diagnosis-open-already', field: row.name });
    note({ action: 'diagnosis.start', record: { kind: 'diagnosis', id, name: row.name }, place: placeOf(row) });
  });
  return readDiagnosis(actor, { diagnosisId: id }, deps);
}

/** Gives up what was not handed in; it stays kept with its reason. */
export async function dropDiagnosis(
  actor: Actor,
  { diagnosisId, reason }: { readonly diagnosisId: string; readonly reason: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'filling');
    if (!mayFill(actor, row))
      throw new RefusalError({ code: 'diagnosis-not-yours', field: 'diagnosisId', given: row.name });
    await saveDiagnosis(db, row.id, { state: 'dropped', dropped_reason: reason, changed_at: deps.clock.now() });
    await closeWork(db, deps, actor, { origin: originOf(row.id), outcome: '已放弃', state: 'withdrawn' });
    note({ action: 'diagnosis.drop', ...recordOf(row), reason });
  });
  return readDiagnosis(actor, { diagnosisId }, deps);
}
