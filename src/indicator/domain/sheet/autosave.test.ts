import { describe, expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { type CellEdit, decideEdits, type HeldCell } from './autosave.ts';

const edit = (changes: Partial<CellEdit> = {}): CellEdit => ({
  ...{ row: 'r', indicatorId: 'i', value: 1, reason: null, note: null, text: null, revision: 0, ...changes },
});
const held = (changes: Partial<HeldCell> = {}): HeldCell => ({
  ...{ value: 5, reason: null, note: null, text: null, revision: 3, byName: '甲', savedAt: '2026-01-01T00:00:00.000Z' },
  ...changes,
});
const decide = (edits: readonly CellEdit[], stands?: HeldCell) =>
  decideEdits(edits, { held: () => stands, isCell: (row) => row === 'r' });

describe('one cell', () => {
  test('is saved upon the revision that stands, and its own goes up by one', () => {
    expect(decide([edit({ revision: 3 })], held())).toMatchObject({ answers: [{ state: 'saved', revision: 4 }] });
    expect(decide([edit()])).toMatchObject({ answers: [{ state: 'saved', revision: 1 }], write: [{ value: 1 }] });
  });
  test('that somebody else saved since stays, and says what, by whom and when', () => {
    const { write, answers } = decide([edit({ revision: 2 })], held());
    expect(write).toEqual([]);
    expect(answers).toMatchObject([{ state: 'conflict', revision: 3, theirs: { value: 5 }, by: '甲' }]);
  });
  test('sent again because its answer was lost is saved and written no second time', () => {
    expect(decide([edit({ value: 5, revision: 2 })], held())).toMatchObject({
      ...{ write: [], answers: [{ state: 'saved', revision: 3 }] },
    });
  });
  test('blank is no 0, and texts without anything are none', () => {
    expect(decide([edit({ value: 0, revision: 3 })], held({ value: null }))).toMatchObject({ write: [{ value: 0 }] });
    expect(decide([edit({ value: null, reason: ' ', note: '' })])).toMatchObject({
      write: [],
      answers: [{ revision: 0 }],
    });
  });
  test('that is none of the sheet, comes twice, or is figure and text at once is refused by itself', () => {
    const { write, answers } = decide([
      edit({ row: 'x' }),
      edit({ text: '约三百' }),
      edit({ indicatorId: 'j' }),
      edit({ indicatorId: 'j', value: 2 }),
    ]);
    expect(write).toMatchObject([{ indicatorId: 'j', value: 1 }]);
    expect(answers.map((each) => (each.state === 'refused' ? each.refusals[0]?.code : each.state))).toEqual([
      ...['sheet-cell-unknown', 'sheet-cell-two', 'saved', 'sheet-cell-twice'],
    ]);
  });
});

test.each([1, 2, 3, 4, 5])('any order of several writers: nobody overwrites what he has not seen (%i)', (seed) => {
  const roll = diceOf(seed);
  const server = new Map<string, HeldCell>();
  const seen = [0, 1, 2].map(() => new Map<string, number>());
  const accepted = new Map<string, number[]>();
  for (let step = 0; step < 600; step += 1) {
    const writer = roll(3);
    const sight = seen[writer] ?? new Map<string, number>();
    const edits = Array.from({ length: 1 + roll(4) }, () => {
      const [row, indicatorId] = [`r${roll(3)}`, `i${roll(2)}`];
      return edit({ row, indicatorId, value: step * 10 + writer, revision: sight.get(`${row} ${indicatorId}`) ?? 0 });
    });
    const before = new Map(server);
    const { write, answers } = decideEdits(edits, {
      held: (row, indicatorId) => server.get(`${row} ${indicatorId}`),
      isCell: () => true,
    });
    for (const cell of write) {
      const key = `${cell.row} ${cell.indicatorId}`;
      // Only upon the revision that this writer has seen.
      expect(server.get(key)?.revision ?? 0).toBe(sight.get(key) ?? 0);
      server.set(key, held({ ...cell, revision: (server.get(key)?.revision ?? 0) + 1, byName: `w${writer}` }));
      accepted.set(key, [...(accepted.get(key) ?? []), cell.value ?? 0]);
    }
    expect(answers).toHaveLength(edits.length);
    answers.forEach((answer, at) => {
      const key = `${answer.row} ${answer.indicatorId}`;
      expect(key).toBe(`${edits[at]?.row} ${edits[at]?.indicatorId}`);
      if (answer.state === 'conflict') {
        expect(answer.theirs.value).toBe(before.get(key)?.value ?? null);
        if (roll(2) === 0) sight.set(key, answer.revision);
      }
      if (answer.state === 'saved') sight.set(key, answer.revision);
    });
  }
  // Every accepted writing is a revision, and the last one stands.
  for (const [key, values] of accepted) {
    expect(server.get(key)?.revision).toBe(values.length);
    expect(server.get(key)?.value).toBe(values.at(-1));
  }
});
