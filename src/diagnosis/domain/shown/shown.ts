import { holds } from '../formula/index.ts';
import type { Answers, AnswerValue, Form, Question } from '../model/index.ts';

/**
 * The questions that are shown, in order. An answer to a question that is not shown any more is kept by whoever keeps answers,
 * and looked at by nothing: it counts neither for points nor for the questions behind it.
 */
export function shownQuestions(form: Pick<Form, 'sides'>, answers: Answers): ReadonlySet<string> {
  const shown = new Set<string>();
  const answerOf = (id: string): AnswerValue | undefined => (shown.has(id) ? answers.get(id) : undefined);
  for (const { questions } of form.sides)
    for (const { id, shownWhen } of questions)
      if (shownWhen === null || holds(shownWhen, answerOf) === true) shown.add(id);
  return shown;
}

/** How far one side, or all of them, is filled in. */
export interface Filled {
  readonly answered: number;
  readonly wanted: number;
}

export interface Completeness extends Filled {
  readonly sides: ReadonlyMap<string, Filled>;
  /** Shown, not optional and not answered. */
  readonly missing: readonly Question[];
}

export function completeness(form: Pick<Form, 'sides'>, answers: Answers): Completeness {
  const shown = shownQuestions(form, answers);
  const missing: Question[] = [];
  const sides = new Map<string, Filled>();
  const all = { answered: 0, wanted: 0 };
  for (const side of form.sides) {
    const asked = side.questions.filter(({ id }) => shown.has(id));
    const answered = asked.filter(({ id }) => answers.has(id)).length;
    missing.push(...asked.filter(({ id, optional }) => !optional && !answers.has(id)));
    const wanted = asked.filter(({ id, optional }) => !optional || answers.has(id)).length;
    sides.set(side.id, { answered, wanted });
    all.answered += answered;
    all.wanted += wanted;
  }
  return { ...all, sides, missing };
}
