import { type Exact, exact, scaled, zero } from '../exact/exact.ts';
import type { AnswerValue, Question } from '../model/index.ts';

/** The most that a question can bring, in hundredths. */
export function possiblePoints(question: Question): number {
  switch (question.kind) {
    case 'one':
      return Math.max(0, ...question.options.map(({ points }) => points));
    case 'several':
      return question.mostPoints;
    case 'number':
      return Math.max(0, ...question.bands.map(({ points }) => points));
    case 'scale':
      return question.points;
    case 'text':
      return 0;
  }
}

/** What an answer brings, in hundredths; not answered: nothing. */
export function earnedPoints(question: Question, value: AnswerValue | undefined): Exact {
  if (value === undefined) return zero;
  switch (question.kind) {
    case 'one':
      return exact(question.options.find(({ id }) => id === value)?.points ?? 0);
    case 'several': {
      const chosen = Array.isArray(value) ? question.options.filter(({ id }) => value.includes(id)) : [];
      const sum = chosen.reduce((total, { points }) => total + points, 0);
      return exact(Math.min(sum, question.mostPoints));
    }
    case 'number':
      return exact(bandOf(question, value)?.points ?? 0);
    case 'scale':
      return typeof value === 'number'
        ? exact(question.points * (value - question.least), question.most - question.least)
        : zero;
    case 'text':
      return zero;
  }
}

/** The band that a number lies in: the highest that it reaches. */
export function bandOf(question: Extract<Question, { kind: 'number' }>, value: AnswerValue) {
  const given = typeof value === 'string' ? scaled(value, question.decimals) : null;
  if (given === null) return undefined;
  return question.bands.findLast(({ from }) => (scaled(from, question.decimals) ?? given + 1n) <= given);
}
