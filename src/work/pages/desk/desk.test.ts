import { expect, test } from 'vitest';
import { panels } from '../../contract/own.ts';
import { deskOf } from './desk-settings.ts';

test('what is kept is shown, and what is unknown or nothing becomes the usual', () => {
  expect(deskOf(null)).toEqual({ panels, tab: null });
  expect(deskOf({ panels: ['week', 'todo'], tab: 'done' })).toEqual({ panels: ['week', 'todo'], tab: 'done' });
  expect(deskOf({ panels: ['gone', 'todo'] })).toEqual({ panels: ['todo'], tab: null });
  expect(deskOf({ panels: [] })).toEqual({ panels, tab: null });
});
