import { parseFormula } from '../formula/index.ts';
import type { Answers, AnswerValue, Form, LevelScheme, Question } from '../model/index.ts';

const head = {
  ...{ text: '题', help: '', optional: false, evidence: 'none', evidenceHint: '', shownWhen: null, skipped: 'zero' },
} as const;

export const formula = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
export const one = (id: string, points: readonly number[], more: Partial<Question> = {}): Question =>
  ({
    ...{ ...head, id, kind: 'one' },
    options: points.map((each, i) => ({ id: `o${i}`, text: `选项${i}`, points: each, alone: false })),
    ...more,
  }) as Question;
export const several = (
  id: string,
  points: readonly number[],
  mostPoints: number,
  more: Partial<Question> = {},
): Question =>
  ({
    ...{ ...head, id, kind: 'several', mostPoints },
    options: [
      { id: 'none', text: '都没有', points: 0, alone: true },
      ...points.map((each, i) => ({ id: `o${i}`, text: `选项${i}`, points: each, alone: false })),
    ],
    ...more,
  }) as Question;
export const number = (
  id: string,
  bands: readonly (readonly [string, number])[],
  more: Partial<Question> = {},
): Question =>
  ({
    ...{ ...head, id, kind: 'number', unit: '%', decimals: 1, least: '0', most: '100' },
    bands: bands.map(([from, points]) => ({ from, points })),
    ...more,
  }) as Question;
export const scale = (id: string, most: number, points: number, more: Partial<Question> = {}): Question =>
  ({ ...{ ...head, id, kind: 'scale', least: 0, most, leastText: '', mostText: '', points }, ...more }) as Question;
export const words = (id: string, more: Partial<Question> = {}): Question =>
  ({ ...{ ...head, id, kind: 'text', longest: 200, optional: true }, ...more }) as Question;

export const sidesOf = (...sides: readonly (readonly [weight: number, ...questions: Question[]])[]): Form['sides'] =>
  sides.map(([weight, ...questions], i) => ({ id: `s${i}`, name: `方面${i}`, weight, questions }));

export const answersOf = (answers: Readonly<Record<string, AnswerValue>>): Answers => new Map(Object.entries(answers));

export const schemeWith = (...borders: readonly number[]): LevelScheme => ({
  ...{ id: 'four', name: '四级', source: '', fact: null, isLocal: false },
  levels: borders.map((border, i) => ({ level: i + 1, name: `${i + 1}级`, meaning: '', border })),
});

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Some form with skips of both kinds, and some answers to it, the whole or in part. */
export function someForm(seed: number): { readonly sides: Form['sides']; readonly answers: Answers } {
  const roll = dice(seed);
  const points = (): number => roll(9) * 50;
  const weights = [1000 + roll(3000), 1000 + roll(3000)];
  weights.push(10_000 - (weights[0] ?? 0) - (weights[1] ?? 0));
  const ids: string[] = [];
  const values = new Map<string, AnswerValue>();
  const sides = weights.map((weight, s) => {
    const questions = Array.from({ length: 2 + roll(5) }, (_, q): Question => {
      const id = `q${s}${q}`;
      const before = ids[roll(ids.length + 1)];
      const more: Partial<Question> = {
        skipped: roll(2) === 0 ? 'zero' : 'leave-out',
        shownWhen: before !== undefined && roll(3) === 0 ? formula(`${before} = o1 or ${before} has o1`) : null,
      };
      ids.push(id);
      const isAnswered = roll(4) > 0;
      if (roll(3) === 0) {
        if (isAnswered) values.set(id, String(roll(1001) / 10));
        return number(
          id,
          [
            ['10', 100],
            ['40', 100 + points()],
            ['70', 500 + points()],
          ].map(([a, b]) => [String(a), Number(b)]),
          more,
        );
      }
      if (roll(3) === 0) {
        if (isAnswered) values.set(id, ['o0', 'o1'].slice(0, 1 + roll(2)));
        return several(id, [points(), points() + 50], 200 + points(), more);
      }
      if (roll(3) === 0) {
        if (isAnswered) values.set(id, roll(5));
        return scale(id, 4, 100 + points(), more);
      }
      if (isAnswered) values.set(id, `o${roll(3)}`);
      return one(id, [0, points(), 100 + points()], more);
    });
    return { id: `s${s}`, name: `方面${s}`, weight, questions };
  });
  return { sides, answers: values };
}
