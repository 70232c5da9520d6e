import { compared, type Exact, minus, zero } from '../exact/exact.ts';
import { type Answers, type AnswerValue, type Form, type Question, questionsOf, sameAnswer } from '../model/index.ts';
import { type Score, scoreOf } from '../score/index.ts';

/** One question as the enterprise and as the inspector answered it. */
export interface Difference {
  readonly question: Question;
  readonly self: AnswerValue | undefined;
  readonly inspector: AnswerValue | undefined;
  /** What the inspector's answer changes in the whole through this question, hundredths. */
  readonly change: Exact;
}

export interface Compared {
  readonly self: Score;
  readonly checked: Score;
  /** Only where they differ, in the order of the questions. */
  readonly differences: readonly Difference[];
}

/** What the inspector found laid over what the enterprise said: where he said nothing, he found it so. */
export const overlaid = (self: Answers, inspector: Answers): Answers => new Map([...self, ...inspector]);

/** Both kept, side by side. A question that only one of them was shown differs too. */
export function compareAnswers(form: Pick<Form, 'sides'>, self: Answers, inspector: Answers): Compared {
  const checked = scoreOf(form, overlaid(self, inspector));
  const own = scoreOf(form, self);
  const of = (score: Score) =>
    new Map(score.sides.flatMap(({ questions }) => questions.map((each) => [each.question.id, each] as const)));
  const [mine, theirs] = [of(own), of(checked)];
  const differences = questionsOf(form).flatMap((question): Difference[] => {
    const [a, b] = [mine.get(question.id), theirs.get(question.id)];
    if (sameAnswer(a?.value, b?.value) && a?.isShown === b?.isShown) return [];
    return [{ question, self: a?.value, inspector: b?.value, change: minus(b?.got ?? zero, a?.got ?? zero) }];
  });
  return { self: own, checked, differences };
}

/** A later result against an earlier one, side by side; sides that only one of them has are left out. */
export interface Uplift {
  readonly total: number;
  readonly sides: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}

export interface KeptScore {
  readonly total: number;
  readonly sides: readonly {
    readonly id: string;
    readonly name: string;
    readonly got: number;
    readonly worth: number;
  }[];
}

/** By what a result was reckoned. */
export interface Reckoning {
  readonly questionnaireId: string;
  readonly editionId: string;
  readonly tableId: string;
  /** Content hashes of the questionnaire and its levels. */
  readonly digest: string;
}

/**
 * Whether two results of a questionnaire may be subtracted. `same`: yes; `changed`: the same edition and table, of which something
 * was mended in between; another edition or table asks other questions, so that a difference says nothing.
 */
export type Likeness = 'same' | 'changed' | 'other-table' | 'other-edition';
export function likeness(before: Reckoning, after: Reckoning): Likeness {
  if (before.editionId !== after.editionId) return 'other-edition';
  if (before.tableId !== after.tableId) return 'other-table';
  return before.digest === after.digest ? 'same' : 'changed';
}

/** Of earlier results, the newest first, the one that a new one is held against: one that may be subtracted, if there is any. */
export function heldAgainst<T extends Reckoning>(earlier: readonly T[], now: Reckoning): T | undefined {
  const may = (each: T): boolean => ['same', 'changed'].includes(likeness(each, now));
  return earlier.find(may) ?? earlier[0];
}

export function upliftOf(before: KeptScore, after: KeptScore): Uplift {
  const earlier = new Map(before.sides.map((side) => [side.id, side]));
  return {
    total: after.total - before.total,
    sides: after.sides.flatMap(({ id, name, got }) => {
      const old = earlier.get(id);
      return old === undefined ? [] : [{ id, name, before: old.got, after: got }];
    }),
  };
}

export const isGain = (change: Exact): boolean => compared(change, zero) > 0;
