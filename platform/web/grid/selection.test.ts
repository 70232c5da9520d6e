import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type At,
  blockOf,
  everything,
  type GridShape,
  type Key,
  moved,
  type Selection,
  selectionAt,
} from './selection.ts';

/** `x` is filled, `.` is blank. */
const shapeOf = (...lines: string[]): GridShape => ({
  ...{ rows: lines.length, columns: lines[0]?.length ?? 0, page: 2 },
  isFilled: ({ row, column }) => lines[row]?.[column] === 'x',
});
const at = (row: number, column: number): At => ({ row, column });
const key = (text: string): Key => {
  const parts = text.split('+');
  return { key: parts.at(-1) ?? '', shift: parts.includes('Shift'), mod: parts.includes('Ctrl') };
};
/** Where the current cell is after keys. */
const wentTo = (shape: GridShape, from: At, ...keys: string[]): At | null =>
  keys.reduce<Selection | null>((now, text) => now && moved(now, key(text), shape), selectionAt(from))?.active ?? null;

const five = shapeOf('.....', '.....', '.....', '.....', '.....');

describe('walking', () => {
  test('arrows stop at the border, pages and ends lead there', () => {
    expect(wentTo(five, at(0, 0), 'ArrowUp')).toEqual(at(0, 0));
    expect(wentTo(five, at(0, 0), 'ArrowDown', 'ArrowRight')).toEqual(at(1, 1));
    expect(wentTo(five, at(1, 1), 'PageDown')).toEqual(at(3, 1));
    expect(wentTo(five, at(1, 1), 'PageUp')).toEqual(at(0, 1));
    expect(wentTo(five, at(1, 1), 'End')).toEqual(at(1, 4));
    expect(wentTo(five, at(1, 1), 'Ctrl+End')).toEqual(at(4, 4));
    expect(wentTo(five, at(1, 1), 'Ctrl+Home')).toEqual(at(0, 0));
  });

  test('Tab goes on in the next row and leaves at both ends', () => {
    expect(wentTo(five, at(0, 4), 'Tab')).toEqual(at(1, 0));
    expect(wentTo(five, at(1, 0), 'Shift+Tab')).toEqual(at(0, 4));
    expect(wentTo(five, at(4, 4), 'Tab')).toBeNull();
    expect(wentTo(five, at(0, 0), 'Shift+Tab')).toBeNull();
  });

  test('Enter after Tab begins the next row where Tab began', () => {
    expect(wentTo(five, at(1, 1), 'Tab', 'Tab', 'Enter')).toEqual(at(2, 1));
    expect(wentTo(five, at(1, 1), 'Tab', 'Enter', 'Tab', 'Enter')).toEqual(at(3, 1));
    expect(wentTo(five, at(1, 1), 'Tab', 'ArrowUp', 'Enter')).toEqual(at(1, 2));
    expect(wentTo(five, at(1, 1), 'Shift+Enter')).toEqual(at(0, 1));
  });

  test('Ctrl and an arrow goes along what is filled, or to the next of it', () => {
    const row = shapeOf('xxx..x..');
    const end = (column: number, arrow: string) => wentTo(row, at(0, column), `Ctrl+${arrow}`)?.column;
    expect(end(0, 'ArrowRight')).toBe(2);
    expect(end(2, 'ArrowRight')).toBe(5);
    expect(end(5, 'ArrowRight')).toBe(7);
    expect(end(7, 'ArrowLeft')).toBe(5);
    expect(end(5, 'ArrowLeft')).toBe(2);
    expect(end(1, 'ArrowLeft')).toBe(0);
    expect(end(7, 'ArrowRight')).toBe(7);
  });
});

test('Shift extends the block from the current cell', () => {
  const first = selectionAt(at(2, 2));
  const grown = moved(moved(first, key('Shift+ArrowDown'), five) ?? first, key('Shift+ArrowLeft'), five);
  expect(grown?.active).toEqual(at(2, 2));
  expect(grown && blockOf(grown)).toEqual({ top: 2, bottom: 3, left: 1, right: 2 });
  expect(blockOf(everything(five))).toEqual({ top: 0, bottom: 4, left: 0, right: 4 });
});

test('no keys lead out of the grid, whatever its size', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Enter'];
  const press = fc.tuple(fc.constantFrom(...keys), fc.boolean(), fc.boolean());
  const shape = fc.array(fc.stringMatching(/^[x.]{4}$/u), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(shape, fc.array(press, { maxLength: 30 }), (lines, presses) => {
      const grid = shapeOf(...lines);
      let now = selectionAt(at(0, 0));
      for (const [name, shift, mod] of presses) {
        now = moved(now, { key: name, shift, mod }, grid) ?? now;
        for (const { row, column } of [now.active, now.head]) {
          expect(row >= 0 && row < grid.rows && column >= 0 && column < grid.columns).toBe(true);
        }
      }
    }),
  );
  expect(moved(selectionAt(at(0, 0)), key('ArrowDown'), shapeOf())).toBeNull();
});
