import type { Refusal } from '../../../kernel/index.ts';
import { type AnswerValue, type Form, questionsOf, sameAnswer } from '../model/index.ts';
import { isBlank, valueFault } from '../shown/index.ts';

/** An answer as it stands, with how often it was changed. */
export interface HeldAnswer {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
  readonly byName: string;
}
export interface AnswerEdit {
  readonly questionId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
  /** The revision that it was changed upon. */
  readonly revision: number;
}

export type EditAnswer = { readonly questionId: string; readonly revision: number } & (
  | { readonly state: 'saved' }
  | { readonly state: 'conflict'; readonly value: AnswerValue | null; readonly note: string; readonly by: string }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
);

export interface Decided {
  readonly write: readonly (AnswerEdit & { readonly next: number })[];
  readonly answers: readonly EditAnswer[];
}

/**
 * What becomes of each changed answer. One that somebody else has saved since is a conflict and stays; the same content sent
 * again because its answer was lost is saved. What cannot be taken does not keep the others.
 */
export function decideEdits(
  form: Pick<Form, 'sides'>,
  edits: readonly AnswerEdit[],
  held: ReadonlyMap<string, HeldAnswer>,
): Decided {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  const seen = new Set<string>();
  const write: (AnswerEdit & { next: number })[] = [];
  const answers = edits.map(({ note, ...edit }): EditAnswer => {
    const { questionId, revision } = edit;
    const given = isBlank(edit.value) ? null : edit.value;
    const stands = held.get(questionId);
    const refused = (refusal: Refusal): EditAnswer => ({
      ...{ questionId, revision: stands?.revision ?? 0, state: 'refused', refusals: [refusal] },
    });
    if (seen.has(questionId))
      return refused({ code: 'diagnosis-question-twice', field: questionId, given: questionId });
    seen.add(questionId);
    const question = questions.get(questionId);
    if (question === undefined)
      return refused({ code: 'diagnosis-question-unknown', field: questionId, given: questionId });
    const fault = given === null ? undefined : valueFault(question, given);
    if (fault !== undefined) return refused(fault);
    if (stands !== undefined && sameAnswer(stands.value ?? undefined, given ?? undefined) && stands.note === note)
      return { questionId, revision: stands.revision, state: 'saved' };
    if ((stands?.revision ?? 0) !== revision) {
      const { value = null, note: theirs = '', byName = '' } = stands ?? {};
      return { questionId, revision: stands?.revision ?? 0, state: 'conflict', value, note: theirs, by: byName };
    }
    if (stands === undefined && given === null && note === '') return { questionId, revision: 0, state: 'saved' };
    write.push({ questionId, value: given, note, revision, next: revision + 1 });
    return { questionId, revision: revision + 1, state: 'saved' };
  });
  return { write, answers };
}
