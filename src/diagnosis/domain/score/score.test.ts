import { describe, expect, test } from 'vitest';
import { compared, exact, floor, minus, plus, scaled, zero } from '../exact/exact.ts';
import { completeness, shownQuestions } from '../shown/index.ts';
import {
  answersOf,
  formula,
  number,
  one,
  scale,
  schemeWith,
  several,
  sidesOf,
  someForm,
  words,
} from '../testing/forms.ts';
import { levelOf } from './level.ts';
import { earnedPoints } from './points.ts';
import { pathToNext, raisesOf } from './raise.ts';
import { scoreOf } from './score.ts';

const seeds = Array.from({ length: 150 }, (_, i) => i * 7919 + 1);
const totalOf = (sides: ReturnType<typeof sidesOf>, answers: Parameters<typeof answersOf>[0]) =>
  floor(scoreOf({ sides }, answersOf(answers)).total);

describe('what an answer brings', () => {
  const bands = number('n', [
    ['10', 200],
    ['30.5', 400],
  ]);
  test.each([
    [bands, '9.9', 0],
    [bands, '10', 200],
    [bands, '30.4', 200],
    [bands, '30.5', 400],
    [bands, '100', 400],
    [one('a', [0, 150, 300]), 'o1', 150],
    [several('m', [100, 250, 300], 400), ['o0', 'o1'], 350],
    [several('m', [100, 250, 300], 400), ['o0', 'o1', 'o2'], 400],
    [several('m', [100, 250, 300], 400), ['none'], 0],
    [scale('s', 4, 500), 3, 375],
    [words('w'), '很多', 0],
  ] as const)('case %#', (question, value, wanted) => {
    expect(floor(earnedPoints(question, value))).toBe(wanted);
  });
});

describe('what a side brings', () => {
  test('its weight times what its questions earned of what they could have', () => {
    const sides = sidesOf([6000, one('a', [0, 100, 300])], [4000, one('b', [0, 700])]);
    expect(totalOf(sides, { a: 'o1' })).toBe(2000);
    expect(totalOf(sides, { a: 'o2', b: 'o1' })).toBe(10_000);
    expect(totalOf(sides, {})).toBe(0);
  });

  test('a question that is not shown brings nothing, or its points go to its neighbours', () => {
    const shownWhen = formula('a = o1');
    const zeroed = sidesOf([10_000, one('a', [100, 100]), one('b', [0, 100], { shownWhen })]);
    const left = sidesOf([10_000, one('a', [100, 100]), one('b', [0, 100], { shownWhen, skipped: 'leave-out' })]);
    expect(totalOf(zeroed, { a: 'o0', b: 'o1' })).toBe(5000);
    expect(totalOf(left, { a: 'o0', b: 'o1' })).toBe(10_000);
    expect(totalOf(left, { a: 'o1' })).toBe(5000);
    expect(totalOf(left, { a: 'o1', b: 'o1' })).toBe(10_000);
  });

  test('a side of which nothing counts gives its weight to the others', () => {
    const shownWhen = formula('a = o1');
    const sides = sidesOf(
      [7000, one('a', [0, 50, 100])],
      [3000, one('b', [0, 100], { shownWhen, skipped: 'leave-out' })],
    );
    expect(totalOf(sides, { a: 'o2' })).toBe(10_000);
    expect(totalOf(sides, { a: 'o1' })).toBe(3500);
  });

  test('what hides a question hides those behind it', () => {
    const sides = sidesOf([
      10_000,
      one('a', [0, 100]),
      one('b', [0, 100], { shownWhen: formula('a = o1') }),
      one('c', [0, 100], { shownWhen: formula('b = o1') }),
    ]);
    expect([...shownQuestions({ sides }, answersOf({ a: 'o0', b: 'o1', c: 'o1' }))]).toEqual(['a']);
    expect(completeness({ sides }, answersOf({ a: 'o1', c: 'o1' })).missing.map(({ id }) => id)).toEqual(['b']);
  });
});

test('a third of a point is not lost: three thirds reach the border', () => {
  const sides = sidesOf([10_000, one('a', [0, 100]), one('b', [0, 100]), one('c', [0, 100])]);
  const total = scoreOf({ sides }, answersOf({ a: 'o1', b: 'o1', c: 'o1' })).total;
  expect(total).toEqual(exact(10_000));
  const two = scoreOf({ sides }, answersOf({ a: 'o1', b: 'o1' })).total;
  expect(floor(two)).toBe(6666);
  expect(levelOf(schemeWith(2000, 6667), two).level?.level).toBe(1);
});

test('a border belongs to the level above it, and under the lowest there is none', () => {
  const scheme = schemeWith(2000, 4000, 6000, 8000);
  const at = (hundredths: number) => levelOf(scheme, exact(hundredths));
  expect([1999, 2000, 3999, 4000, 5999, 6000, 7999, 8000, 10_000].map((each) => at(each).level?.level ?? 0)).toEqual([
    0, 1, 1, 2, 2, 3, 3, 4, 4,
  ]);
  expect(at(1999).gap).toEqual(exact(1));
  expect(at(8000).next).toBeNull();
});

describe('of whatever form and answers', () => {
  test('the whole is the sum of its questions and lies within its bounds', () => {
    for (const seed of seeds) {
      const { sides, answers } = someForm(seed);
      const { total, sides: scored } = scoreOf({ sides }, answers);
      const parts = scored.flatMap(({ questions }) => questions.map(({ got }) => got));
      expect(compared(parts.reduce(plus, zero), total), String(seed)).toBe(0);
      expect(compared(total, zero)).toBeGreaterThanOrEqual(0);
      expect(compared(total, exact(10_000))).toBeLessThanOrEqual(0);
      for (const { questions } of scored)
        for (const { got, worth } of questions) expect(compared(got, worth)).toBeLessThanOrEqual(0);
    }
  });

  test('answers to questions that are not shown change nothing', () => {
    for (const seed of seeds) {
      const { sides, answers } = someForm(seed);
      const shown = shownQuestions({ sides }, answers);
      const bare = new Map([...answers].filter(([id]) => shown.has(id)));
      expect(scoreOf({ sides }, bare).total, String(seed)).toEqual(scoreOf({ sides }, answers).total);
    }
  });

  test('each step that is named raises the whole by what it says, the best first', () => {
    for (const seed of seeds.slice(0, 60)) {
      const { sides, answers } = someForm(seed);
      const before = scoreOf({ sides }, answers).total;
      const raises = raisesOf({ sides }, answers);
      for (const [i, { question, to, gain }] of raises.entries()) {
        const after = scoreOf({ sides }, new Map(answers).set(question.id, to)).total;
        expect(minus(after, before)).toEqual(gain);
        expect(compared(gain, raises[i + 1]?.gain ?? zero)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('a path that says it reaches the next level does', () => {
    const scheme = schemeWith(2000, 4000, 6000, 8000);
    let reached = 0;
    for (const seed of seeds.slice(0, 40)) {
      const { sides, answers } = someForm(seed);
      const standing = levelOf(scheme, scoreOf({ sides }, answers).total);
      const path = pathToNext({ sides }, scheme, answers);
      const after = new Map(answers);
      for (const { question, to } of path.steps) after.set(question.id, to);
      const level = levelOf(scheme, scoreOf({ sides }, after).total).level?.level ?? 0;
      if (standing.next === null) expect(path.steps).toEqual([]);
      else if (path.reaches) expect(level, String(seed)).toBeGreaterThanOrEqual(standing.next.level);
      else expect(level).toBeLessThan(standing.next.level);
      reached += Number(path.reaches);
    }
    expect(reached).toBeGreaterThan(20);
  });
});

test('typed numbers are read exactly', () => {
  expect([scaled('12.50', 1), scaled('12.55', 1), scaled('-3', 2), scaled('1e3', 2), scaled('', 2)]).toEqual([
    125n,
    null,
    -300n,
    null,
    null,
  ]);
  expect([floor(exact(-1, 3)), floor(exact(5, 3)), floor(exact(6, 3))]).toEqual([-1, 1, 2]);
});
