import { expect, test } from 'vitest';
import { type Step, undoSteps } from './undo.ts';

/** `c` a change, `u` undo, `r` redo, `p` publish, `s` parents; undo and redo find their target as the command does. */
function play(actions: string): { undo: number | null; redo: number | null } {
  const names: Record<string, string> = { c: 'correct-item', u: 'undo', r: 'redo', p: 'publish', s: 'set-parents' };
  const history: Step[] = [];
  for (const letter of actions) {
    const { undo, redo } = undoSteps(history);
    const target = letter === 'u' ? undo : letter === 'r' ? redo : null;
    history.push({ revision: history.length + 1, action: names[letter]!, target: target?.revision ?? null });
  }
  const { undo, redo } = undoSteps(history);
  return { undo: undo?.revision ?? null, redo: redo?.revision ?? null };
}

test.each([
  ['', null, null],
  ['cc', 2, null],
  ['ccu', 1, 2],
  ['ccuu', null, 1],
  ['ccuur', 1, 2],
  ['ccuurr', 2, null],
  ['ccuc', 4, null],
  ['ccucu', 1, 4],
  ['cs', 1, null],
  ['ccup', null, null],
  ['cpc', 3, null],
])('after "%s" undo takes %s and redo %s', (actions, undo, redo) => {
  expect(play(actions)).toEqual({ undo, redo });
});
