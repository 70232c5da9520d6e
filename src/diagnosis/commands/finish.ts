import { insideAsSystem } from '../../../platform/db/index.ts';
import { sm3 } from '../../../platform/digest/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { dayAt, RefusalError } from '../../kernel/index.ts';
import { enqueue } from '../../notice/index.ts';
import { closeWork } from '../../work/index.ts';
import type { DiagnosisJson } from '../contract.ts';
import { canonicalText, compareAnswers, type Form, floor, levelOf, type Score } from '../domain/index.ts';
import { type KeptLevel, putFact, readAnswers, type StoredDiagnosis, saveDiagnosis } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';
import { answersBy, formToFill } from './form.ts';
import { linkOf, lockDiagnosis, originOf, recordOf } from './lock.ts';
import { readDiagnosis } from './read-diagnosis.ts';
import { refuseSamePerson } from './same-person.ts';

/**
 * Ends the check: what the inspector found otherwise counts, the rest as the enterprise said. The levels are kept with the
 * fingerprint of all they follow from, and written to the enterprise's file as facts of that day. Refuses an answer of the
 * inspector that differs without saying why.
 */
export async function finishInspection(
  actor: Actor,
  { diagnosisId, note: words }: { readonly diagnosisId: string; readonly note: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'diagnosis.inspect');
  await recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'submitted');
    await refuseSamePerson(db, actor, row);
    const form = row.frozen?.form ?? formToFill(row, deps);
    const stored = await readAnswers(db, row.id);
    const self = new Map(Object.entries(row.frozen?.answers ?? {}));
    const { checked, differences } = compareAnswers(form, self, answersBy('inspector', stored));
    const notes = new Map(
      stored.filter(({ hand }) => hand === 'inspector').map((each) => [each.question_id, each.note]),
    );
    const silent = differences.filter(
      ({ question }) => notes.has(question.id) && notes.get(question.id)?.trim() === '',
    );
    if (silent.length > 0)
      throw new RefusalError(
        ...silent.map(({ question }) => ({ code: 'diagnosis-note-missing', field: question.id, given: question.text })),
      );
    const at = deps.clock.now();
    const levels = levelsOf(form, checked);
    const [score, sides] = [floor(checked.total), sidesOf(checked)];
    const inspector = stored
      .filter(({ hand }) => hand === 'inspector')
      .map(({ question_id, value, note: why }) => ({ question_id, value, why }));
    await saveDiagnosis(db, row.id, {
      ...{
        state: 'inspected',
        inspected_at: at,
        inspected_by_id: actor.id,
        inspected_by: actor.name,
        inspection_note: words,
      },
      ...{ score, level: levels[0]?.level ?? null, level_name: levels[0]?.name ?? null, changed_at: at },
      ...{ levels: JSON.stringify(levels), sides: JSON.stringify(sides) },
      result_sm3: sm3(canonicalText({ frozen: row.frozen_sm3, inspector, score, levels, sides })),
    });
    await insideAsSystem(db, () => writeFacts(db, actor, row, form, levels, at));
    await closeWork(db, deps, actor, { origin: originOf(row.id), kinds: ['review'], outcome: '已核验' });
    if (row.unit_id !== null)
      await enqueue(db, deps, {
        ...{ key: `diagnosis:${row.id}:inspected`, kind: 'progress', link: `${linkOf(row.id)}/result` },
        ...{ title: '数字化诊断核验完了', text: `${row.name}得 ${score / 100} 分，${levels[0]?.name ?? '没有定级'}。` },
        ...{ origin: originOf(row.id), to: [{ to: 'unit', id: row.unit_id }], except: actor.id },
      });
    note({
      action: 'diagnosis.finish',
      ...recordOf(row),
      changes: [{ field: 'level', before: null, after: levels[0]?.name ?? null }],
    });
  });
  return readDiagnosis(actor, { diagnosisId }, deps);
}

const levelsOf = (form: Form, { total }: Score): KeptLevel[] =>
  form.schemes.map((scheme) => {
    const { level } = levelOf(scheme, total);
    return { scheme: scheme.id, level: level?.level ?? 0, name: level?.name ?? null, isLocal: scheme.isLocal };
  });

const sidesOf = ({ sides }: Score) =>
  sides.map(({ side, got, worth }) => ({ id: side.id, name: side.name, got: floor(got), worth: floor(worth) }));

async function writeFacts(
  db: Parameters<typeof putFact>[0],
  actor: Actor,
  row: StoredDiagnosis,
  form: Form,
  levels: readonly KeptLevel[],
  at: string,
): Promise<void> {
  for (const { id, fact, name, isLocal } of form.schemes) {
    const level = levels.find(({ scheme }) => scheme === id);
    if (fact === null || level === undefined) continue;
    const source = `数字化诊断核验（${form.questionnaireName}${form.editionName}，${name}${isLocal ? '，分数线为本地设定' : ''}）`;
    await putFact(db, {
      ...{ enterpriseId: row.enterprise_id, fact, from: dayAt(at), value: level.level, source, at, by: actor.name },
    });
  }
}
