import type { Refusal } from '../../../kernel/index.ts';
import { scaled } from '../exact/exact.ts';
import type { AnswerValue, Question } from '../model/index.ts';

/** What is wrong with an answer to a question; undefined: nothing. */
export function valueFault(question: Question, value: AnswerValue): Refusal | undefined {
  const fault = (code: string, given: string | number, limit: string | number = ''): Refusal => ({
    ...{ code, field: question.id, given, limit },
  });
  switch (question.kind) {
    case 'one':
      return question.options.some(({ id }) => id === value)
        ? undefined
        : fault('diagnosis-option', String(value), question.options.map(({ text }) => text).join('、'));
    case 'several': {
      if (!Array.isArray(value)) return fault('diagnosis-option', String(value));
      const unknown = value.find((each) => !question.options.some(({ id }) => id === each));
      if (unknown !== undefined || new Set(value).size !== value.length)
        return fault('diagnosis-option', String(unknown ?? value[0] ?? ''));
      const alone = question.options.find(({ id, alone: isAlone }) => isAlone && value.includes(id));
      return value.length > 1 && alone !== undefined ? fault('diagnosis-option-alone', alone.text) : undefined;
    }
    case 'number': {
      const [given, least, most] = [value, question.least, question.most].map((each) =>
        typeof each === 'string' ? scaled(each, question.decimals) : null,
      );
      if (given == null || least == null || most == null)
        return fault('diagnosis-number', String(value), question.decimals);
      return given < least || given > most
        ? fault('diagnosis-number-range', String(value), `${question.least}—${question.most} ${question.unit}`)
        : undefined;
    }
    case 'scale':
      return typeof value === 'number' && Number.isInteger(value) && value >= question.least && value <= question.most
        ? undefined
        : fault('diagnosis-scale', String(value), `${question.least}—${question.most}`);
    case 'text':
      return typeof value === 'string' && value.length <= question.longest
        ? undefined
        : fault('diagnosis-text-long', String(value).length, question.longest);
  }
}

/** An answer without anything in it is none. */
export const isBlank = (value: AnswerValue | null): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/** An answer as it is read. */
export function valueWords(question: Question, value: AnswerValue | undefined): string {
  if (value === undefined) return '没有回答';
  const nameOf = (id: string): string =>
    'options' in question ? (question.options.find((option) => option.id === id)?.text ?? id) : id;
  if (Array.isArray(value)) return value.map(nameOf).join('、');
  if (question.kind === 'number') return `${String(value)} ${question.unit}`.trim();
  if (question.kind === 'scale') return `${String(value)} 分（${question.least}—${question.most}）`;
  return nameOf(String(value));
}
