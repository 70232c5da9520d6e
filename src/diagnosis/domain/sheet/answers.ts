import type { Refusal } from '../../../kernel/index.ts';
import { type Answers, type AnswerValue, type Form, type Question, questionsOf } from '../model/index.ts';
import { valueFault } from '../shown/index.ts';

/** What stands in a row, read as answers; what cannot be one is told of and left out. */
export interface SheetAnswers {
  readonly answers: Answers;
  readonly faults: readonly Refusal[];
}

const between = /[;；,，、|\n]+/u;

/** A cell as an answer: options by id or by their words, several with a mark between them, figures with or without unit. */
export function answerOf(question: Question, cell: string): AnswerValue | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  switch (question.kind) {
    case 'one':
      return optionOf(question, text);
    case 'several': {
      // An option may have such a mark in its own words.
      const whole = optionOf(question, text);
      if (question.options.some(({ id }) => id === whole)) return [whole];
      return text
        .split(between)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => optionOf(question, part));
    }
    case 'number': {
      const figure = text.normalize('NFKC').replace(/[\s,]/gu, '');
      const unit = question.unit.normalize('NFKC').replace(/\s/gu, '');
      return unit !== '' && figure.endsWith(unit) ? figure.slice(0, -unit.length) : figure;
    }
    case 'scale': {
      const step = /^(\d{1,3})(?:\.0+)?\s*分?$/u.exec(text.normalize('NFKC'))?.[1];
      return step === undefined ? text : Number(step);
    }
    case 'text':
      return text;
  }
}

const optionOf = (question: Extract<Question, { kind: 'one' | 'several' }>, given: string): string =>
  question.options.find(({ id, text }) => id === given || text === given)?.id ??
  question.options.find(({ id }) => id === given.toLowerCase())?.id ??
  given;

/** The answers of a row to a form; `cellOf` gives what stands under a question, empty where there is no such column. */
export function answersOfRow(form: Pick<Form, 'sides'>, cellOf: (questionId: string) => string): SheetAnswers {
  const answers = new Map<string, AnswerValue>();
  const faults: Refusal[] = [];
  for (const question of questionsOf(form)) {
    const value = answerOf(question, cellOf(question.id));
    if (value === undefined) continue;
    const fault = valueFault(question, value);
    if (fault === undefined) answers.set(question.id, value);
    else faults.push(fault);
  }
  return { answers, faults };
}
