/**
 * What was answered: the id of an option, ids of several, a number as it is typed, a step of a scale, or words. A question
 * that is not in it has not been answered.
 */
export type AnswerValue = string | readonly string[] | number;
export type Answers = ReadonlyMap<string, AnswerValue>;

export const sameAnswer = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const canonical = (value: AnswerValue | undefined): unknown =>
  Array.isArray(value) ? value.toSorted() : (value ?? null);
