import { say } from '../../../platform/messages/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { DiagnosisSavedJson } from '../contract.ts';
import { type AnswerEdit, completeness, decideEdits, type Hand, type HeldAnswer, overlaid } from '../domain/index.ts';
import { type DiagnosisDb, putAnswer, readAnswers, type StoredDiagnosis, saveDiagnosis } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';
import { answersBy, formToFill } from './form.ts';
import { lockDiagnosis, mayFill, recordOf } from './lock.ts';
import { refuseSamePerson } from './same-person.ts';

interface Sent {
  readonly diagnosisId: string;
  readonly answers: readonly AnswerEdit[];
}

/** Saves changed answers as they are typed, each for itself; says of each what became of it. */
export async function saveAnswers(
  actor: Actor,
  { diagnosisId, answers }: Sent,
  deps: DiagnosisDeps,
): Promise<DiagnosisSavedJson> {
  permit(actor, 'enterprise.read');
  return recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'filling');
    if (!mayFill(actor, row))
      throw new RefusalError({ code: 'diagnosis-not-yours', field: 'diagnosisId', given: row.name });
    const saved = await save(db, actor, row, 'self', answers, deps);
    note({
      action: 'diagnosis.answer',
      ...recordOf(row),
      changes: [{ field: 'answers', before: null, after: saved.wrote }],
    });
    return saved.json;
  });
}

/** The same for what the inspector found otherwise. Refuses whoever filled it in. */
export async function saveInspection(
  actor: Actor,
  { diagnosisId, answers }: Sent,
  deps: DiagnosisDeps,
): Promise<DiagnosisSavedJson> {
  permit(actor, 'diagnosis.inspect');
  return recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'submitted');
    await refuseSamePerson(db, actor, row);
    const saved = await save(db, actor, row, 'inspector', answers, deps);
    note({
      action: 'diagnosis.inspect',
      ...recordOf(row),
      changes: [{ field: 'answers', before: null, after: saved.wrote }],
    });
    return saved.json;
  });
}

async function save(
  db: DiagnosisDb,
  actor: Actor,
  row: StoredDiagnosis,
  hand: Hand,
  edits: readonly AnswerEdit[],
  deps: DiagnosisDeps,
): Promise<{ readonly wrote: number; readonly json: DiagnosisSavedJson }> {
  const form = hand === 'self' ? formToFill(row, deps) : (row.frozen?.form ?? formToFill(row, deps));
  const stored = await readAnswers(db, row.id);
  const held = new Map<string, HeldAnswer>(
    stored
      .filter((answer) => answer.hand === hand)
      .map(({ question_id, value, note, revision, by_name }) => [
        question_id,
        { value, note, revision, byName: by_name },
      ]),
  );
  const { write, answers } = decideEdits(form, edits, held);
  const at = deps.clock.now();
  for (const { questionId, value, note, next } of write)
    await putAnswer(db, row.id, {
      ...{
        hand,
        questionId,
        revision: next,
        value: JSON.stringify(value),
        note,
        at,
        by: { id: actor.id, name: actor.name },
      },
    });
  const now = new Map(answersBy(hand, stored));
  for (const { questionId, value } of write) {
    if (value === null) now.delete(questionId);
    else now.set(questionId, value);
  }
  const whole = hand === 'self' ? now : overlaid(answersBy('self', stored), now);
  const { answered, wanted } = completeness(form, whole);
  if (write.length > 0)
    await saveDiagnosis(db, row.id, { changed_at: at, ...(hand === 'self' ? { answered, wanted } : {}) });
  return { wrote: write.length, json: { answered, wanted, answers: answers.map(answerJson) } };
}

type Answer = ReturnType<typeof decideEdits>['answers'][number];

function answerJson(answer: Answer): DiagnosisSavedJson['answers'][number] {
  const { questionId, revision, state } = answer;
  if (answer.state === 'refused') return { questionId, revision, state, message: answer.refusals.map(say).join('') };
  if (answer.state === 'saved') return { questionId, revision, state };
  const value = answer.value as DiagnosisSavedJson['answers'][number]['value'];
  return { questionId, revision, state, note: answer.note, by: answer.by, ...(value === undefined ? {} : { value }) };
}
