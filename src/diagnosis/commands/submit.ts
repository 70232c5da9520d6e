import { sm3 } from '../../../platform/digest/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { closeWork, openWork } from '../../work/index.ts';
import type { DiagnosisJson } from '../contract.ts';
import {
  canonicalText,
  compared,
  completeness,
  floor,
  levelOf,
  scoreOf,
  shownQuestions,
  zero,
} from '../domain/index.ts';
import { type Frozen, readAnswers, readFiles, saveDiagnosis } from '../store.ts';
import { dutyOrigin } from './campaign/tell.ts';
import type { DiagnosisDeps } from './deps.ts';
import { answersBy, formToFill } from './form.ts';
import { linkOf, lockDiagnosis, mayFill, originOf, placeOf, recordOf } from './lock.ts';
import { readDiagnosis } from './read-diagnosis.ts';

/**
 * Hands a diagnosis in: the form and the answers are frozen with their fingerprint, and whoever may check it is asked to.
 * Refuses without the promise, with questions left open, and where an answer that brings points lacks the paper it must have.
 */
export async function submitDiagnosis(
  actor: Actor,
  { diagnosisId, promise }: { readonly diagnosisId: string; readonly promise: boolean },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'filling');
    if (!mayFill(actor, row))
      throw new RefusalError({ code: 'diagnosis-not-yours', field: 'diagnosisId', given: row.name });
    if (!promise) throw new RefusalError({ code: 'diagnosis-promise', field: 'promise' });
    const form = formToFill(row, deps);
    const given = answersBy('self', await readAnswers(db, row.id));
    const files = (await readFiles(db, row.id)).filter(({ hand }) => hand === 'self');
    const { missing, answered, wanted } = completeness(form, given);
    const first = missing[0];
    if (first !== undefined)
      throw new RefusalError({ code: 'diagnosis-missing', field: first.id, given: missing.length, limit: first.text });
    const score = scoreOf(form, given);
    const bare = score.sides
      .flatMap(({ questions }) => questions)
      .filter(({ question, earned }) => question.evidence === 'must' && compared(earned, zero) > 0)
      .filter(({ question }) => !files.some(({ question_id }) => question_id === question.id));
    if (bare.length > 0)
      throw new RefusalError(
        ...bare.map(({ question }) => ({
          code: 'diagnosis-evidence-missing',
          field: question.id,
          given: question.text,
        })),
      );
    const shown = shownQuestions(form, given);
    const frozen: Frozen = {
      form,
      answers: Object.fromEntries([...given].filter(([id]) => shown.has(id))),
      promise: form.promise,
      files: files.map(({ question_id, name, sm3: digest }) => ({ questionId: question_id, name, sm3: digest })),
    };
    const at = deps.clock.now();
    const scheme = form.schemes[0];
    await saveDiagnosis(db, row.id, {
      ...{
        state: 'submitted',
        answered,
        wanted,
        submitted_at: at,
        submitted_by_id: actor.id,
        submitted_by: actor.name,
      },
      ...{ frozen: JSON.stringify(frozen), frozen_sm3: sm3(canonicalText({ ...frozen, digest: row.digest })) },
      ...{ self_score: floor(score.total), changed_at: at },
      self_level: scheme === undefined ? null : (levelOf(scheme, score.total).level?.level ?? 0),
    });
    await closeWork(db, deps, actor, { origin: originOf(row.id), kinds: ['report'], outcome: '已报送' });
    if (row.campaign_id !== null)
      await closeWork(db, deps, actor, { origin: dutyOrigin(row.campaign_id, row.enterprise_id), outcome: '已报送' });
    await openWork(db, deps, actor, {
      ...{ kind: 'review', title: `核验${row.name}的数字化诊断`, link: linkOf(row.id), origin: originOf(row.id) },
      ...{ detail: '对照证明材料和现场，与自评不同的写明理由，然后定级。', place: placeOf(row) },
      assignee: { kind: 'holders', id: 'diagnosis.inspect', name: '有核验权限的岗位' },
    });
    note({
      action: 'diagnosis.submit',
      ...recordOf(row),
      changes: [{ field: 'score', before: null, after: floor(score.total) / 100 }],
    });
  });
  return readDiagnosis(actor, { diagnosisId }, deps);
}
