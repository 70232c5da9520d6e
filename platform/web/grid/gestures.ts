import { type Lines, place, readLines, writeLines } from './clipboard.ts';
import { figureText, plainText, readFigure } from './figure-text.ts';
import { blank, type Entry, type GridColumn, isBlank, isNone, sameEntry } from './model.ts';
import { type Block, cellsIn } from './selection.ts';
import type { Edit } from './undo.ts';

/** What gestures need to know of a grid. Cells are numbered row by row. */
export interface Board {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  entryAt(cell: number): Entry;
  /** Why a cell cannot be filled in; null when it can. */
  lockAt(cell: number): string | null;
}

/** What a gesture changes, what is to be told of it, and what is chosen afterwards. */
export interface Made {
  readonly edits: readonly Edit[];
  readonly told: string | null;
  readonly block: Block | null;
}

/** What a cell holds after a text was written into it; comments stay, and so does an explanation while there is a figure. */
export function entryFrom(text: string, column: GridColumn, before: Entry): Entry {
  const read = readFigure(text, column);
  const { note } = before;
  switch (read.kind) {
    case 'blank':
      return { ...blank, note };
    case 'none':
      return { ...blank, note, reason: isNone(before) ? before.reason : (before.reason ?? '') };
    case 'figure':
      return { ...blank, note, value: read.value, reason: isNone(before) ? null : before.reason };
    default:
      return { ...blank, note, text, reason: isNone(before) ? null : before.reason };
  }
}

/** Why the text of a cell is no figure. */
export function whyUnreadable(text: string, column: GridColumn): string {
  const read = readFigure(text, column);
  return read.kind === 'unreadable' ? read.why : '';
}

/** As it stands in the grid. */
export function shownText(entry: Entry, { decimals }: GridColumn): string {
  if (entry.text !== null) return entry.text;
  if (entry.value !== null) return figureText(entry.value, decimals);
  return isNone(entry) ? '无' : '';
}
/** As it is typed over and handed on: without thousands separators. */
export const editedText = (entry: Entry, { decimals }: GridColumn): string =>
  entry.text === null && entry.value !== null
    ? plainText(entry.value, decimals)
    : shownText(entry, { decimals } as GridColumn);

/** Writes one text into all cells of a block. */
export const typedInto = (board: Board, block: Block, text: string): Made => {
  const { edits, locked } = changed(board, block, (entry, column) => entryFrom(text, column, entry));
  return { edits, told: lockedWords(locked), block: null };
};

export const cleared = (board: Board, block: Block): Made => typedInto(board, block, '');

/** Figures of the first row of a block, or of the row above when only one is chosen, into the rows below it. */
export function filledDown(board: Board, block: Block): Made {
  const source = block.top === block.bottom ? block.top - 1 : block.top;
  if (source < 0) return { edits: [], told: '上面没有可以填充的行。', block: null };
  const below = { ...block, top: source + 1 };
  const { edits, locked } = changed(board, below, (entry, _column, { column: at }) => {
    const above = board.entryAt(source * board.columns.length + at);
    // Why a figure is odd was said of that figure alone; why there is none may well hold for all of them.
    const reason = isNone(above) ? above.reason : isNone(entry) ? null : entry.reason;
    return { ...above, reason: isBlank(above) ? null : reason, note: entry.note };
  });
  return { edits, told: lockedWords(locked), block: null };
}

/** Pastes from the corner of the chosen block on. Says what was not a figure, not writable, or found no place. */
export function pasted(board: Board, chosen: Block, text: string): Made {
  const taken = readLines(text, board.rows);
  const placed = place(taken, chosen, board.rows, board.columns.length);
  const { block } = placed;
  const { edits, locked } = changed(board, block, (entry, column, at) =>
    entryFrom(placed.textAt(at.row - block.top, at.column - block.left), column, entry),
  );
  const unreadable = edits.filter(({ after }) => after.text !== null).length;
  const without = edits.filter(({ after }) => isNone(after) && after.reason === '').length;
  const told = [
    `粘贴了 ${cellsIn(block) - locked} 格`,
    ...(unreadable > 0 ? [`${unreadable} 格不是数，原样留着，请改正`] : []),
    ...(without > 0 ? [`${without} 格写着没有数，请补上原因`] : []),
    ...(locked > 0 ? [`${locked} 格不能填写，没有改`] : []),
    ...(placed.lostRows > 0 ? [`多出 ${placed.lostRows} 行放不下，没有粘贴`] : []),
    ...(placed.lostColumns > 0 ? [`多出 ${placed.lostColumns} 列放不下，没有粘贴`] : []),
  ];
  return { edits, told: `${told.join('；')}。`, block };
}

/** The texts of a block, as a spreadsheet takes them. */
export function copied(board: Board, { top, bottom, left, right }: Block): string {
  const lines: string[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const at = row * board.columns.length;
    lines.push(
      board.columns.slice(left, right + 1).map((column, i) => editedText(board.entryAt(at + left + i), column)),
    );
  }
  return writeLines(lines satisfies Lines);
}

type Change = (entry: Entry, column: GridColumn, at: { readonly row: number; readonly column: number }) => Entry;

function changed(board: Board, { top, bottom, left, right }: Block, change: Change): { edits: Edit[]; locked: number } {
  const edits: Edit[] = [];
  let locked = 0;
  for (let row = top; row <= bottom; row += 1) {
    for (let at = left; at <= right; at += 1) {
      const cell = row * board.columns.length + at;
      const column = board.columns[at];
      if (column === undefined) continue;
      if (board.lockAt(cell) !== null) {
        locked += 1;
        continue;
      }
      const before = board.entryAt(cell);
      const after = change(before, column, { row, column: at });
      if (!sameEntry(before, after)) edits.push({ cell, before, after });
    }
  }
  return { edits, locked };
}

const lockedWords = (locked: number): string | null => (locked > 0 ? `${locked} 格不能填写，没有改。` : null);
