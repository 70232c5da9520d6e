import { RefusalError } from '../../kernel/index.ts';
import type { Answers, Form, Hand } from '../domain/index.ts';
import type { readAnswers, StoredDiagnosis } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';

type StoredAnswer = Awaited<ReturnType<typeof readAnswers>>[number];

/** The form of a diagnosis: as it was frozen, else as the pack stands, if that is the one that it was begun by. */
export function formOf(
  row: StoredDiagnosis,
  { questionnaires }: DiagnosisDeps,
): { readonly form: Form | null; readonly changed: boolean } {
  if (row.frozen !== null) return { form: row.frozen.form, changed: false };
  const form = questionnaires.forms.find(
    ({ questionnaireId, editionId, tableId }) =>
      questionnaireId === row.questionnaire_id && editionId === row.edition_id && tableId === row.table_id,
  );
  return { form: form ?? null, changed: form?.digest !== row.digest };
}

/** The same, to be filled in. Refuses a form whose pack was changed since it was begun: old answers may mean something else. */
export function formToFill(row: StoredDiagnosis, deps: DiagnosisDeps): Form {
  const { form, changed } = formOf(row, deps);
  if (form === null || changed)
    throw new RefusalError({ code: 'diagnosis-pack-changed', field: 'digest', given: row.questionnaire_id });
  return form;
}

export const answersBy = (hand: Hand, answers: readonly StoredAnswer[]): Answers =>
  new Map(
    answers.flatMap(({ hand: of, question_id, value }) =>
      of === hand && value !== null ? [[question_id, value]] : [],
    ),
  );
