import { compared, type Exact, exact, plus, times, zero } from '../exact/exact.ts';
import { type Answers, type AnswerValue, type Form, type Question, questionsOf, type Side } from '../model/index.ts';
import { shownQuestions, valueWords } from '../shown/index.ts';
import { bandOf, earnedPoints, possiblePoints } from './points.ts';

/** What a question brought to the whole: `got` of at most `worth`, both in hundredths of a point of the whole. */
export interface QuestionScore {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  readonly isShown: boolean;
  /** It is not shown and what it could bring went to its neighbours. */
  readonly isLeftOut: boolean;
  readonly earned: Exact;
  readonly possible: number;
  readonly got: Exact;
  readonly worth: Exact;
  readonly why: string;
}

export interface SideScore {
  readonly side: Side;
  /** Hundredths of a point of the whole. */
  readonly got: Exact;
  /** What the side counts for: its weight, or more where another side does not count at all. */
  readonly worth: Exact;
  readonly questions: readonly QuestionScore[];
}

export interface Score {
  /** Hundredths; at most what all weights come to. */
  readonly total: Exact;
  readonly sides: readonly SideScore[];
}

/**
 * What answers come to. A side brings its weight times what its questions earned of what they could have; a question that is
 * not shown brings nothing, or is left out, as it says. A side of which nothing counts gives its weight to the others.
 */
export function scoreOf(form: Pick<Form, 'sides'>, answers: Answers): Score {
  const shown = shownQuestions(form, answers);
  const parts = form.sides.map((side) => {
    const questions = side.questions.map((question) => {
      const isShown = shown.has(question.id);
      const value = isShown ? answers.get(question.id) : undefined;
      const isLeftOut = !isShown && question.skipped === 'leave-out';
      return { question, value, isShown, isLeftOut, possible: isLeftOut ? 0 : possiblePoints(question) };
    });
    return { side, questions, possible: questions.reduce((sum, { possible }) => sum + possible, 0) };
  });
  const whole = form.sides.reduce((sum, { weight }) => sum + weight, 0);
  const counting = parts.reduce((sum, { side, possible }) => sum + (possible > 0 ? side.weight : 0), 0);
  const sides = parts.map(({ side, questions, possible }): SideScore => {
    const worth = possible > 0 ? exact(BigInt(side.weight) * BigInt(whole), counting) : zero;
    const scored = questions.map((each): QuestionScore => {
      const earned = each.isLeftOut ? zero : earnedPoints(each.question, each.value);
      const per = possible > 0 ? times(worth, exact(1, possible)) : zero;
      return {
        ...each,
        earned,
        ...{ got: times(per, earned), worth: times(per, exact(each.possible)), why: whyOf(each) },
      };
    });
    return { side, worth, questions: scored, got: scored.reduce((sum, { got }) => plus(sum, got), zero) };
  });
  return { total: sides.reduce((sum, { got }) => plus(sum, got), zero), sides };
}

type Reckoned = Pick<QuestionScore, 'question' | 'value' | 'isShown' | 'isLeftOut' | 'possible'>;

/** Why a question brought what it did, as a sentence. */
function whyOf({ question, value, isShown, isLeftOut, possible }: Reckoned): string {
  if (isLeftOut) return '按前面的回答不适用，分值由同一方面的其他题分担。';
  if (!isShown) return '按前面的回答不用答，记 0 分。';
  if (question.kind === 'text') return '不计分，供核验时参考。';
  const most = pointWords(exact(possible));
  if (value === undefined) return `没有回答，得 0 分，满分 ${most} 分。`;
  const points = pointWords(earnedPoints(question, value));
  if (question.kind === 'number') {
    const band = bandOf(question, value);
    const words = valueWords(question, value);
    return band === undefined
      ? `填 ${words}，没有到最低一档，得 0 分，满分 ${most} 分。`
      : `填 ${words}，到了 ${band.from} ${question.unit}这一档，得 ${points} 分，满分 ${most} 分。`;
  }
  return `答“${valueWords(question, value)}”，得 ${points} 分，满分 ${most} 分。`;
}

/** Hundredths as points: `2.5`, rounded down to two decimals. */
export function pointWords({ of, per }: Exact): string {
  const hundredths = Number(of / per);
  return (hundredths / 100).toFixed(2).replace(/\.?0+$/u, '');
}

/** Those who would gain by another answer count from the best on. */
export const byGain = <T extends { readonly gain: Exact }>(a: T, b: T): number => compared(b.gain, a.gain);

export const questionById = (form: Pick<Form, 'sides'>, id: string): Question | undefined =>
  questionsOf(form).find((question) => question.id === id);
