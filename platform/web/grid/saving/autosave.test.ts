import { describe, expect, test } from 'vitest';
import type { GridSummary } from '../props.ts';
import { type Autosave, atRest, next, patienceMs, restMs, type SaveEvent } from './autosave.ts';
import { statusWords } from './status-words.ts';

const run = (...events: SaveEvent[]): Autosave => events.reduce(next, atRest);
const changed = (now: number): SaveEvent => ({ kind: 'changed', now });
const began: SaveEvent = { kind: 'began' };
const dropped = (now: number): SaveEvent => ({ kind: 'dropped', now });

describe('when changes are sent', () => {
  test('a little after the last, not much after the first', () => {
    expect(run(changed(0)).dueAt).toBe(restMs);
    expect(run(changed(0), changed(500)).dueAt).toBe(500 + restMs);
    const busy = Array.from({ length: 20 }, (_, at) => changed(at * 500));
    expect(run(...busy).dueAt).toBe(patienceMs);
  });

  test('one request at a time; what changed meanwhile goes right after it', () => {
    const sending = run(changed(0), began, changed(100));
    expect(sending).toMatchObject({ phase: 'sending', dueAt: null });
    expect(next(sending, { kind: 'answered', more: true, now: 900 })).toMatchObject({ phase: 'waiting', dueAt: 900 });
    expect(next(sending, { kind: 'answered', more: false, now: 900 })).toEqual(atRest);
  });

  test('later and later while the connection is down; at once when it is back', () => {
    let state = run(changed(0));
    const pauses: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      state = next(next(state, began), dropped(0));
      pauses.push(state.dueAt ?? -1);
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(next(state, changed(5)).dueAt).toBe(30_000);
    expect(next(state, { kind: 'at-once', now: 7 }).dueAt).toBe(7);
    expect(next(next(state, began), { kind: 'answered', more: false, now: 9 })).toEqual(atRest);
  });

  test('a refusal of everything waits for a person, or for another change', () => {
    const stopped = run(changed(0), began, { kind: 'stopped', words: '已经报送' });
    expect(stopped).toMatchObject({ phase: 'stopped', dueAt: null, words: '已经报送' });
    expect(next(stopped, { kind: 'at-once', now: 3 }).dueAt).toBe(3);
    expect(next(stopped, changed(3))).toMatchObject({ phase: 'waiting', words: null });
    expect(next(atRest, { kind: 'at-once', now: 3 })).toEqual(atRest);
    let state: Autosave = { ...atRest, phase: 'dropped', attempts: 9 };
    for (const kind of ['began', 'at-once', 'dropped'] as const) state = next(state, { kind, now: 100 });
    expect(state).toMatchObject({ phase: 'dropped', attempts: 1, dueAt: 1100 });
  });
});

describe('what is said of it', () => {
  const none: GridSummary = {
    ...{ unsaved: 0, unreadable: 0, withoutReason: 0, refused: 0, conflicts: 0, hard: 0, unexplained: 0 },
  };
  const words = (state: Autosave, summary: Partial<GridSummary>, sending = 0, isKept = true) =>
    statusWords(state, { ...none, ...summary }, sending, isKept).words;
  const down = run(changed(0), began, dropped(0));

  test('never “saved” while something is not', () => {
    expect(words(atRest, {})).toBe('已保存');
    expect(words(run(changed(0)), { unsaved: 3 })).toBe('3 格等待保存');
    expect(words(run(changed(0), began), { unsaved: 12 }, 12)).toBe('正在保存 12 格');
    expect(words(atRest, { unsaved: 1, unreadable: 1 })).toBe('1 格不是数，没有保存');
    expect(words(run(changed(0), began), { unsaved: 3, refused: 1 }, 2)).toBe('正在保存 2 格；1 格没有通过，没有保存');
    expect(words(run({ kind: 'stopped', words: '已经报送。' }), { unsaved: 2 })).toBe('2 格没有保存：已经报送。');
  });

  test('a dropped connection says how many, and whether they are safe', () => {
    expect(words(down, { unsaved: 35 })).toBe('连接中断，35 格还没有保存，已记在这台电脑上，恢复后自动保存');
    expect(words(down, { unsaved: 35 }, 0, false)).toContain('请不要关闭网页');
    // Trying again is no reason for hope yet.
    expect(words(next(down, began), { unsaved: 35 }, 35)).toContain('连接中断');
  });
});
