import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiRefused } from '../../../http/client.ts';
import { typedInto } from '../gestures.ts';
import type { Cell, GridColumn, GridRow } from '../model.ts';
import { sameCell } from '../model.ts';
import type { CellChange, CellOutcome } from '../props.ts';
import { Sheet } from '../sheet.ts';
import { judgeFailure } from './judge.ts';
import type { Kept } from './kept.ts';
import { type KeptRecord, offerOf } from './restore.ts';
import { Saver } from './saver.ts';
import { statusWords } from './status-words.ts';

const columns: readonly GridColumn[] = ['a', 'b'].map((key) => ({ key, title: key, unit: '', decimals: 0 }));
type Line = 'up' | 'deaf' | 'down';

/** The other side: cells with revisions, and a line to it that fails in both ways. */
class Office {
  readonly cells = new Map<string, { readonly cell: Cell; readonly revision: number }>();
  line: Line = 'up';

  write(key: string, cell: Cell): void {
    this.cells.set(key, { cell, revision: (this.cells.get(key)?.revision ?? 0) + 1 });
  }
  save = async (changes: readonly CellChange[]): Promise<CellOutcome[]> => {
    // An answer takes its time, in which typing goes on.
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (this.line === 'down') throw new ApiRefused(0, [], null);
    const outcomes = changes.map(({ row, column, revision, ...cell }): CellOutcome => {
      const key = `${row} ${column}`;
      const now = this.cells.get(key);
      if (now !== undefined && now.revision !== revision)
        return { row, column, kind: 'conflict', theirs: now.cell, revision: now.revision, by: '李四', at: '' };
      if (cell.value === 666) return { row, column, kind: 'refused', message: '不收' };
      this.write(key, { value: cell.value, reason: cell.reason, note: cell.note });
      return { row, column, kind: 'saved', revision: this.cells.get(key)?.revision ?? null };
    });
    if (this.line === 'deaf') throw new ApiRefused(0, [], null);
    return outcomes;
  };
  rows(count: number): GridRow[] {
    return Array.from({ length: count }, (_, at) => ({
      key: `r${at}`,
      title: '',
      cells: Object.fromEntries(
        columns.flatMap(({ key }) => {
          const held = this.cells.get(`r${at} ${key}`);
          return held === undefined ? [] : [[key, { ...held.cell, revision: held.revision }]];
        }),
      ),
    }));
  }
}

/** What the browser keeps, as lines one after the other. */
class Drawer implements Kept {
  records: KeptRecord[] = [];
  #next = 1;
  async add(cells: KeptRecord['cells'], saved: KeptRecord['saved']): Promise<boolean> {
    this.records.push({ id: this.#next, tab: 't', at: new Date().toISOString(), cells, saved });
    this.#next += 1;
    return true;
  }
  left = async (): Promise<readonly KeptRecord[]> => this.records;
  forget = async (ids: readonly number[]): Promise<void> => {
    this.records = this.records.filter(({ id }) => !ids.includes(id));
  };
  forgetOwn = async (): Promise<void> => {
    this.records = [];
  };
  close = (): void => undefined;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const size = 3;
const begin = () => {
  const [office, drawer] = [new Office(), new Drawer()];
  const sheet = new Sheet(columns, office.rows(size), null);
  const saver = new Saver(sheet, { save: office.save, judge: judgeFailure, kept: drawer, most: 4 });
  saver.start();
  return { office, drawer, sheet, saver };
};
const type = (sheet: Sheet, cell: number, text: string): void => {
  const [row, column] = [cell >> 1, cell & 1];
  sheet.apply('填写', typedInto(sheet, { top: row, bottom: row, left: column, right: column }, text));
};
const keyOf = (cell: number): string => `r${cell >> 1} ${columns[cell & 1]?.key}`;
const nothing: Cell = { value: null, reason: null, note: null };
const held = (office: Office, cell: number): Cell => office.cells.get(keyOf(cell))?.cell ?? nothing;

test('what is typed is sent after a rest, in one request, and forgotten by the browser then', async () => {
  const { office, drawer, sheet, saver } = begin();
  type(sheet, 0, '1');
  type(sheet, 1, '2');
  expect(drawer.records).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(2000);
  expect([held(office, 0).value, held(office, 1).value]).toEqual([1, 2]);
  expect([saver.state.phase, sheet.unsaved.size, drawer.records.length]).toEqual(['rest', 0, 0]);
});

test('a refused cell does not hold up the others; a refusal of all is told and tried again on demand', async () => {
  const { office, sheet, saver } = begin();
  for (const [cell, text] of ['1', '666', '3'].entries()) type(sheet, cell, text);
  await vi.advanceTimersByTimeAsync(2000);
  expect([held(office, 0).value, held(office, 1).value, held(office, 2).value]).toEqual([1, null, 3]);
  expect(sheet.viewAt(1).sentences).toContain('没有保存：不收');
  const { save } = office;
  const stop = new Saver(sheet, {
    ...{ judge: judgeFailure, kept: null, most: 9 },
    save: async () => Promise.reject(new ApiRefused(409, [{ code: 'sheet-state', message: '这张表已经报送。' }], null)),
  });
  saver.stop();
  stop.start();
  type(sheet, 5, '7');
  await vi.advanceTimersByTimeAsync(2000);
  expect(stop.state).toMatchObject({ phase: 'stopped', words: '这张表已经报送。' });
  stop.stop();
  const again = new Saver(sheet, { save, judge: judgeFailure, kept: null, most: 9 });
  again.start();
  const flushed = again.flush();
  await vi.advanceTimersByTimeAsync(500);
  await flushed;
  expect(held(office, 5).value).toBe(7);
});

test('a flush that fails comes back, with the cells still unsaved', async () => {
  const { office, sheet, saver } = begin();
  office.line = 'down';
  type(sheet, 0, '1');
  const flushed = saver.flush();
  await vi.advanceTimersByTimeAsync(200);
  await flushed;
  expect([saver.state.phase, sheet.unsaved.size]).toEqual(['dropped', 1]);
  const once = saver.flush();
  office.line = 'up';
  await vi.advanceTimersByTimeAsync(200);
  await once;
  expect([saver.state.phase, sheet.unsaved.size]).toEqual(['rest', 0]);
});

type Act =
  | { readonly kind: 'type'; readonly cell: number; readonly text: string }
  | { readonly kind: 'other'; readonly cell: number; readonly value: number }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'undo' | 'read' | 'theirs' | 'own' };

test('whatever is typed, dropped, lost or changed by others: nothing is lost, and “saved” is said only when it is', async () => {
  const cell = fc.integer({ min: 0, max: size * 2 - 1 });
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('type' as const),
        cell,
        text: fc.constantFrom('1', '2', '3', '', '约1', '无', '666'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('other' as const), cell, value: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('line' as const), line: fc.constantFrom<Line>('up', 'deaf', 'down') }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 2500 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('undo' as const, 'read' as const, 'theirs' as const, 'own' as const),
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const { office, drawer, sheet, saver } = begin();
      const everything = Array.from({ length: sheet.cells }, (_, at) => at);
      /** Somebody else saved these, and nobody here can know yet. */
      const others = new Set<number>();
      for (const each of acts) {
        if (each.kind === 'type') type(sheet, each.cell, each.text);
        else if (each.kind === 'line') office.line = each.line;
        else if (each.kind === 'wait') await vi.advanceTimersByTimeAsync(each.ms);
        else if (each.kind === 'undo') sheet.undo();
        else if (each.kind === 'other') {
          office.write(keyOf(each.cell), { ...nothing, value: each.value });
          others.add(each.cell);
        } else if (each.kind === 'read') sheet.give(columns, office.rows(size), null);
        else sheet.choose(everything, each.kind);
        const { tone } = statusWords(saver.state, sheet.tally(), sheet.tally().sending, true);
        for (const at of everything) {
          const isSame = sameCell(held(office, at), sheet.entryAt(at)) && sheet.entryAt(at).text === null;
          if (tone === 'good' && !others.has(at)) expect(isSame).toBe(true);
        }
        // The tab is closed at this very moment and opened again.
        const anew = new Sheet(columns, office.rows(size), null);
        const offer = offerOf(drawer.records, anew, Date.now());
        if (offer !== null) anew.restore(offer.cells);
        for (const at of everything) {
          if (!sheet.unsaved.has(at)) continue;
          expect(anew.entryAt(at)).toEqual(sheet.entryAt(at));
        }
      }
      office.line = 'up';
      for (let round = 0; round < 3; round += 1) {
        await vi.advanceTimersByTimeAsync(35_000);
        sheet.choose(everything, 'own');
      }
      const sendable = everything.filter(
        (at) => sheet.viewAt(at).save !== 'held' && sheet.viewAt(at).save !== 'refused',
      );
      for (const at of sendable) {
        if (!others.has(at)) expect(sheet.entryAt(at)).toMatchObject(held(office, at));
        expect(sheet.unsaved.has(at)).toBe(false);
      }
      saver.stop();
    }),
    { numRuns: 1000 },
  );
});
