import { expect, test } from 'vitest';
import { exampleDraft } from '../../../../tests/examples/plan.ts';
import { nextOpen } from './use-reviewing.ts';

const listed = exampleDraft().items.map((item, at) => (at === 1 ? { ...item, review: 'confirmed' as const } : item));

test('the next item that nobody has looked at, and round to the top', () => {
  expect(nextOpen(listed, undefined)).toBe('I1');
  expect(nextOpen(listed, 'I1')).toBe('C3');
  expect(nextOpen(listed, 'B4')).toBe('I1');
});

test('none is left', () => {
  const done = listed.map((item) => ({ ...item, review: 'rejected' as const }));
  expect(nextOpen(done, 'I1')).toBeUndefined();
});
