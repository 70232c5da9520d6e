import { describe, expect, test } from 'vitest';
import { libraryOf, type Position, positions, stageOf } from '../model/index.ts';
import { history } from '../testing/project.ts';
import {
  checkBack,
  checkDecision,
  checkFirstSteps,
  checkLeaving,
  checkStep,
  knownAt,
  nextPositions,
  standingOf,
} from './index.ts';

const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }): string[] =>
  result.ok ? [] : (result.refusals ?? []).map(({ code }) => code);

test.each([
  ['planned', null, 'before', 'planned'],
  ['waiting', null, 'before', 'waiting'],
  ['started', '2026-01-01', 'started', 'building'],
  ['started', '2025-12-31', 'continuing', 'building'],
  ['completed', '2025-12-31', 'completed', 'done'],
  ['producing', null, 'producing', 'done'],
  ['reached', null, 'reached', 'done'],
] as const)('%s, begun %s: %s in the library %s', (position, startedOn, stage, library) => {
  expect(stageOf(position, startedOn, '2026-05-05')).toBe(stage);
  expect(libraryOf(position)).toBe(library);
});

describe('what events come to', () => {
  test('the last step that counts; what nobody decided yet counts too', () => {
    const standing = standingOf(history(['step', 'planned', '2025-01-01', true], ['step', 'started', '2025-06-01']));
    expect(standing).toMatchObject({
      position: 'started',
      positionOn: '2025-06-01',
      undecided: ['e1'],
      withdrawnOn: null,
    });
    expect(standing.days).toEqual({ planned: '2025-01-01', started: '2025-06-01' });
  });
  test('a step that was not agreed to never was', () => {
    const standing = standingOf(
      history(['step', 'planned', '2025-01-01', true], ['step', 'started', '2025-06-01', false]),
    );
    expect(standing).toMatchObject({ position: 'planned', positionOn: '2025-01-01', undecided: [] });
    expect([...standing.counting]).toEqual(['e0']);
  });
  test('going back takes what came after with it, and going on is possible again', () => {
    const events = history(
      ['step', 'planned', '2025-01-01'],
      ['step', 'started', '2025-06-01'],
      ['step', 'completed', '2025-09-01'],
      ['back', 'started', '2025-06-01'],
    );
    expect(standingOf(events)).toMatchObject({ position: 'started', positionOn: '2025-06-01' });
    expect(standingOf(events).days.completed).toBeUndefined();
    const again = [...events, ...history(['step', 'completed', '2025-10-01']).map((event) => ({ ...event, id: 'e9' }))];
    expect(standingOf(again)).toMatchObject({ position: 'completed', positionOn: '2025-10-01' });
  });
  test('back to where it never was stands at the day that the correction names', () => {
    const events = history(['step', 'started', '2025-06-01'], ['back', 'waiting', '2025-05-01']);
    expect(standingOf(events)).toMatchObject({ position: 'waiting', positionOn: '2025-05-01' });
  });
  test('out and in again', () => {
    const out = history(['step', 'waiting', '2025-01-01'], ['withdraw', 'waiting', '2025-03-01']);
    expect(standingOf(out)).toMatchObject({ position: 'waiting', withdrawnOn: '2025-03-01' });
    expect(standingOf([...out, ...history(['restore', 'waiting', '2025-04-01'])]).withdrawnOn).toBeNull();
  });
  test('at an earlier instant later steps are not there and later decisions are open', () => {
    const events = history(['step', 'planned', '2025-01-01', false], ['step', 'started', '2025-06-01']);
    expect(knownAt(events, '2026-01-01T12:00:00.000Z').map(({ decision }) => decision)).toEqual([null]);
    expect(standingOf(knownAt(events, '2026-01-02T12:00:00.000Z')).position).toBe('started');
  });
});

describe('every step from every position', () => {
  const allowed: Readonly<Record<Position, readonly Position[]>> = {
    ...{ planned: ['waiting', 'started'], waiting: ['started'], started: ['completed'] },
    ...{ completed: ['producing'], producing: ['reached'], reached: [] },
  };
  test.each(positions.flatMap((from) => positions.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const standing = standingOf(history(['step', from, '2025-01-01']));
    expect(nextPositions(standing)).toEqual(allowed[from]);
    expect(codes(checkStep(standing, to, '2025-02-01', '2025-03-01'))).toEqual(
      allowed[from].includes(to) ? [] : ['project-step-order'],
    );
    const back = positions.indexOf(to) < positions.indexOf(from) ? [] : ['project-back-order'];
    expect(codes(checkBack(standing, to))).toEqual(back);
  });
});

test.each([
  ['2025-01-01', []],
  ['2025-03-01', []],
  ['2024-12-31', ['project-step-early']],
  ['2025-03-02', ['project-step-future']],
])('a step on %s', (on, expected) => {
  const standing = standingOf(history(['step', 'waiting', '2025-01-01']));
  expect(codes(checkStep(standing, 'started', on, '2025-03-01'))).toEqual(expected);
});

test('what is out does not go on, and does not go out twice', () => {
  const out = standingOf(history(['step', 'waiting', '2025-01-01'], ['withdraw', 'waiting', '2025-03-01']));
  expect(codes(checkStep(out, 'started', '2025-04-01', '2025-05-01'))).toEqual(['project-withdrawn']);
  expect(codes(checkLeaving(out, 'withdraw', '2025-04-01', '2025-05-01'))).toEqual(['project-withdrawn']);
  expect(codes(checkLeaving(out, 'restore', '2025-02-01', '2025-05-01'))).toEqual(['project-step-early']);
  expect(codes(checkLeaving(out, 'restore', '2025-06-01', '2025-05-01'))).toEqual(['project-step-future']);
  expect(codes(checkLeaving(out, 'restore', '2025-04-01', '2025-05-01'))).toEqual([]);
});

test('a step is decided once, and by another person', () => {
  const events = history(['step', 'planned', '2025-01-01'], ['step', 'waiting', '2025-02-01', true]);
  const standing = standingOf(events);
  expect(codes(checkDecision(standing, events[0], { id: 'a', name: '甲' }))).toEqual(['project-second-person']);
  expect(codes(checkDecision(standing, events[0], { id: 'b', name: '乙' }))).toEqual([]);
  expect(codes(checkDecision(standing, events[1], { id: 'c', name: '丙' }))).toEqual(['project-step-decided']);
  expect(codes(checkDecision(standing, undefined, { id: 'c', name: '丙' }))).toEqual(['project-step-decided']);
});

test('first steps come in order and end where the project stands', () => {
  const of = (...steps: [Position, string][]) => steps.map(([position, on]) => ({ position, on }));
  expect(
    codes(checkFirstSteps(of(['planned', '2025-01-01'], ['started', '2025-02-01']), 'started', '2025-03-01')),
  ).toEqual([]);
  expect(codes(checkFirstSteps([], 'started', '2025-03-01'))).toEqual(['project-step-missing']);
  expect(
    codes(checkFirstSteps(of(['started', '2025-02-01'], ['planned', '2025-02-01']), 'planned', '2025-03-01')),
  ).toEqual(['project-step-order']);
});
