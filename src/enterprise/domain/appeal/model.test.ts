import { expect, test } from 'vitest';
import { type AppealState, appealStateNames, isOverdue, mayStep } from './index.ts';

const states = Object.keys(appealStateNames) as AppealState[];

test('nothing is done with what is over', () => {
  for (const state of ['closed', 'refused', 'withdrawn'] as const)
    for (const step of ['send', 'refuse', 'answer', 'judge', 'reopen', 'withdraw', 'task'] as const)
      expect(mayStep(step, state), `${step} ${state}`).toBe(false);
});

test('only a unit that was asked answers, and only an answer is judged', () => {
  expect(states.filter((state) => mayStep('answer', state))).toEqual(['sent']);
  expect(states.filter((state) => mayStep('judge', state))).toEqual(['answered']);
  expect(states.filter((state) => mayStep('reopen', state))).toEqual(['answered']);
});

test('the last day itself is in time, and whoever has answered is not behind', () => {
  expect(isOverdue({ state: 'sent', dueOn: '2026-03-01' }, '2026-03-01')).toBe(false);
  expect(isOverdue({ state: 'sent', dueOn: '2026-03-01' }, '2026-03-02')).toBe(true);
  expect(isOverdue({ state: 'answered', dueOn: '2026-03-01' }, '2026-03-02')).toBe(false);
  expect(isOverdue({ state: 'raised', dueOn: null }, '2026-03-02')).toBe(false);
});
