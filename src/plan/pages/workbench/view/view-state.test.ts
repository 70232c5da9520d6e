import { expect, test } from 'vitest';
import { firstView, nextView } from './view-state.ts';

const look = (id: string, kind?: 'task' | 'finding') => ({ do: 'look', id, from: 'document', kind }) as const;

test('looking at something from the document opens its tab, and stays where it is listed already', () => {
  expect(nextView({ ...firstView, tab: 'indicator' }, look('T2', 'task')).tab).toBe('task');
  expect(nextView({ ...firstView, tab: 'all' }, look('T2', 'task')).tab).toBe('all');
  expect(nextView({ ...firstView, tab: 'all' }, look('sum@1-2', 'finding')).tab).toBe('findings');
});

test('a correction ends when another item is looked at, an addition does not', () => {
  const correcting = nextView(firstView, { do: 'write', writing: { what: 'correction', id: 'I1' } });
  expect(nextView(correcting, look('I1')).writing).not.toBeNull();
  expect(nextView(correcting, look('T2')).writing).toBeNull();
  const adding = nextView(firstView, {
    do: 'write',
    writing: { what: 'addition', kind: 'task', place: { start: 1, end: 2 } },
  });
  expect(nextView(adding, look('T2')).writing?.what).toBe('addition');
});

test('what is written is on the side of the structure', () => {
  const view = { ...firstView, side: 'document' as const };
  expect(nextView(view, { do: 'write', writing: { what: 'correction', id: 'I1' } }).side).toBe('structure');
});

test('another tab has its own ticks', () => {
  const ticked = nextView(firstView, { do: 'tick', ids: new Set(['I1']) });
  expect(nextView(ticked, { do: 'tab', tab: 'task' }).ticked.size).toBe(0);
});
