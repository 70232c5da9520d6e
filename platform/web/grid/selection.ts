/** Where the person is in a grid of rows by columns, and which block of cells is chosen. Pure; rows and columns from 0. */

export interface At {
  readonly row: number;
  readonly column: number;
}
export interface Selection {
  /** The current cell: what is typed goes there. */
  readonly active: At;
  /** The opposite corner of the chosen block. */
  readonly head: At;
  /** The column from which Tab went to the right; Enter goes back to it, one row down. */
  readonly home: number | null;
}
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown go over. */
  readonly page: number;
  isFilled(at: At): boolean;
}
export interface Key {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
}

export const selectionAt = (at: At): Selection => ({ active: at, head: at, home: null });
export const blockOf = ({ active, head }: Selection): Block => ({
  top: Math.min(active.row, head.row),
  bottom: Math.max(active.row, head.row),
  left: Math.min(active.column, head.column),
  right: Math.max(active.column, head.column),
});
export const isSingle = ({ active, head }: Selection): boolean =>
  active.row === head.row && active.column === head.column;
export const isWithin = ({ top, bottom, left, right }: Block, at: At): boolean =>
  at.row >= top && at.row <= bottom && at.column >= left && at.column <= right;
export const cellsIn = (block: Block): number => (block.bottom - block.top + 1) * (block.right - block.left + 1);

/** The same selection within a grid that has become smaller. */
export const clamped = (selection: Selection, shape: GridShape): Selection => ({
  active: within(selection.active, shape),
  head: within(selection.head, shape),
  home: null,
});

export const extendedTo = (selection: Selection, head: At): Selection => ({ ...selection, head, home: null });

/** All cells; the current one stays. Its row and column are no longer a corner, so that the first cell becomes current. */
export const everything = (shape: GridShape): Selection => ({
  active: { row: 0, column: 0 },
  head: within({ row: shape.rows, column: shape.columns }, shape),
  home: null,
});

/** Where a key leads; null when it is not one that moves, or when Tab leads out of the grid. */
export function moved(selection: Selection, key: Key, shape: GridShape): Selection | null {
  if (shape.rows === 0 || shape.columns === 0) return null;
  if (key.key === 'Tab') return key.mod ? null : tabbed(selection, key.shift ? -1 : 1, shape);
  if (key.key === 'Enter') return key.mod ? null : entered(selection, key.shift ? -1 : 1, shape);
  const from = key.shift ? selection.head : selection.active;
  const target = aim(key, from, shape);
  if (target === null) return null;
  const to = within(target, shape);
  return key.shift ? extendedTo(selection, to) : selectionAt(to);
}

/** Tab goes through a row and on to the next; at either end of the grid it leaves, so that nobody is caught in it. */
function tabbed({ active, home }: Selection, step: 1 | -1, shape: GridShape): Selection | null {
  const place = active.row * shape.columns + active.column + step;
  if (place < 0 || place >= shape.rows * shape.columns) return null;
  const at = { row: Math.floor(place / shape.columns), column: place % shape.columns };
  const isSameRow = at.row === active.row;
  return { active: at, head: at, home: step === 1 ? (isSameRow ? (home ?? active.column) : at.column) : home };
}

function entered({ active, home }: Selection, step: 1 | -1, shape: GridShape): Selection {
  const column = step === 1 ? (home ?? active.column) : active.column;
  return selectionAt(within({ row: active.row + step, column }, shape));
}

function aim({ key, mod }: Key, from: At, shape: GridShape): At | null {
  const arrow = arrows[key];
  if (arrow !== undefined) return mod ? edge(from, arrow, shape) : step(from, arrow);
  switch (key) {
    case 'Home':
      return { row: mod ? 0 : from.row, column: 0 };
    case 'End':
      return { row: mod ? shape.rows - 1 : from.row, column: shape.columns - 1 };
    case 'PageDown':
      return { ...from, row: from.row + shape.page };
    case 'PageUp':
      return { ...from, row: from.row - shape.page };
    default:
      return null;
  }
}

type Step = readonly [row: number, column: number];
const arrows: Readonly<Record<string, Step | undefined>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const step = (from: At, [row, column]: Step): At => ({ row: from.row + row, column: from.column + column });

/** As in a spreadsheet: to the last filled cell before a blank, else to the next filled one, else to the border. */
function edge(from: At, by: Step, shape: GridShape): At {
  const isInside = (at: At) => at.row >= 0 && at.row < shape.rows && at.column >= 0 && at.column < shape.columns;
  let at = from;
  let next = step(at, by);
  if (!isInside(next)) return from;
  const alongFilled = shape.isFilled(from) && shape.isFilled(next);
  while (isInside(next) && shape.isFilled(next) === alongFilled) {
    at = next;
    next = step(next, by);
  }
  return alongFilled || !isInside(next) ? at : next;
}

const within = ({ row, column }: At, { rows, columns }: GridShape): At => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});
