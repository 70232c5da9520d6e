import { compared, type Exact, minus, plus, scaled, zero } from '../exact/exact.ts';
import type { Answers, AnswerValue, Form, LevelScheme, Question } from '../model/index.ts';
import { levelOf } from './level.ts';
import { bandOf } from './points.ts';
import { byGain, scoreOf } from './score.ts';

/** One question answered one step better, and what the whole gains by it. */
export interface Raise {
  readonly question: Question;
  readonly from: AnswerValue | undefined;
  readonly to: AnswerValue;
  /** Hundredths of a point of the whole. */
  readonly gain: Exact;
}

export interface Path {
  readonly steps: readonly Raise[];
  readonly gain: Exact;
  /** Whether the steps lead to the next level of the scheme. */
  readonly reaches: boolean;
}

/** The next better answers to a question, one step each. */
function betterAnswers(question: Question, value: AnswerValue | undefined): readonly AnswerValue[] {
  switch (question.kind) {
    case 'one': {
      const now = question.options.find(({ id }) => id === value)?.points ?? 0;
      const better = question.options.filter(({ points }) => points > now).toSorted((a, b) => a.points - b.points);
      return better.slice(0, 1).map(({ id }) => id);
    }
    case 'several': {
      const chosen = (Array.isArray(value) ? value : []).filter(
        (id) => question.options.find((option) => option.id === id)?.alone !== true,
      );
      return question.options
        .filter(({ id, points, alone }) => points > 0 && !alone && !chosen.includes(id))
        .map(({ id }) => [...chosen, id]);
    }
    case 'number': {
      const now = value === undefined ? undefined : bandOf(question, value);
      const at = now === undefined ? null : scaled(now.from, question.decimals);
      const next = question.bands.find(
        ({ from, points }) =>
          points > (now?.points ?? 0) && (at === null || (scaled(from, question.decimals) ?? at) > at),
      );
      return next === undefined ? [] : [next.from];
    }
    case 'scale': {
      const now = typeof value === 'number' ? value : question.least;
      return now < question.most ? [now + 1] : [];
    }
    case 'text':
      return [];
  }
}

/** Every step that raises the whole, the one that raises it most first; among equals in the order of the questions. */
export function raisesOf(form: Pick<Form, 'sides'>, answers: Answers): Raise[] {
  const before = scoreOf(form, answers);
  const shown = before.sides.flatMap(({ questions }) => questions.filter(({ isShown }) => isShown));
  return shown
    .flatMap(({ question, value }) =>
      betterAnswers(question, value).map((to): Raise => {
        const after = scoreOf(form, new Map(answers).set(question.id, to));
        return { question, from: value, to, gain: minus(after.total, before.total) };
      }),
    )
    .filter(({ gain }) => compared(gain, zero) > 0)
    .toSorted(byGain);
}

/** No path has more steps than this. */
const mostSteps = 80;

/**
 * The way to the next level by always taking the step that raises most; steps at one question are one. Not the cheapest way:
 * what a step costs an enterprise nobody here knows.
 */
export function pathToNext(form: Pick<Form, 'sides'>, scheme: LevelScheme, answers: Answers): Path {
  const start = scoreOf(form, answers).total;
  const goal = levelOf(scheme, start).next;
  const steps = new Map<string, Raise>();
  let [now, total] = [answers, start];
  for (let step = 0; step < mostSteps && goal !== null && !overGoal(scheme, total, goal.level); step += 1) {
    const best = raisesOf(form, now)[0];
    if (best === undefined) break;
    const before = steps.get(best.question.id);
    const from = before === undefined ? best.from : before.from;
    steps.set(best.question.id, { ...best, from, gain: plus(before?.gain ?? zero, best.gain) });
    now = new Map(now).set(best.question.id, best.to);
    total = plus(total, best.gain);
  }
  return {
    steps: [...steps.values()].toSorted(byGain),
    gain: minus(total, start),
    reaches: goal !== null && overGoal(scheme, total, goal.level),
  };
}

const overGoal = (scheme: LevelScheme, total: Exact, goal: number): boolean =>
  (levelOf(scheme, total).level?.level ?? 0) >= goal;
