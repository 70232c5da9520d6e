import { limits } from '../limits.ts';
import type { Block, TableBlock, TableBlockCell } from '../print/blocks.ts';
import { refuseFile } from '../refusals.ts';
import { textOf } from './page-weight.ts';
import { attributeOf, childrenNamed, type Element, isElement, type ParentNode } from './parse-html.ts';

/** The rows of a table element in the order of the source. */
export function rowsOf(table: Element): Element[] {
  const groups = childrenNamed(table, 'thead', 'tbody', 'tfoot', 'tr');
  return groups.flatMap((group) => (group.tagName === 'tr' ? [group] : childrenNamed(group, 'tr')));
}

const cellsOf = (row: Element): Element[] => childrenNamed(row, 'td', 'th');

/**
 * A table that only arranges the page: one that holds tables itself, that says so (`role`), or whose single row holds
 * whole paragraphs.
 */
export function isLayout(table: Element): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none' || holdsTable(table)) return true;
  const rows = rowsOf(table);
  const PARAGRAPHS = 400;
  return rows.length === 1 && cellsOf(rows[0]!).some((cell) => textOf(cell).length > PARAGRAPHS);
}

const holdsTable = (node: ParentNode): boolean =>
  node.childNodes.some((child) => isElement(child) && (child.tagName === 'table' || holdsTable(child)));

/** Makes the grid of a data table; `read` gives the blocks of one cell. */
export function tableBlock(table: Element, read: (cell: Element) => Block[]): TableBlock {
  const rows = rowsOf(table);
  /** For each column, how many more rows a cell from above reaches down. */
  const covered: number[] = [];
  let columns = 0;
  const grid = rows.map((row, at) => {
    const placed: TableBlockCell[] = [];
    let column = 0;
    const covers = [...covered];
    for (const cell of cellsOf(row)) {
      while ((covers[column] ?? 0) > 0) column += 1;
      const columnSpan = spanOf(cell, 'colspan', limits.columns);
      const rowSpan = spanOf(cell, 'rowspan', rows.length - at) || rows.length - at;
      placed.push({ column, columnSpan: columnSpan || 1, rowSpan, blocks: read(cell) });
      for (let each = 0; each < (columnSpan || 1); each += 1) covered[column + each] = rowSpan;
      column += columnSpan || 1;
      if (column > limits.columns) refuseFile('too-many-elements', column, limits.columns);
    }
    columns = Math.max(columns, column);
    for (let each = 0; each < covered.length; each += 1) covered[each] = Math.max(0, (covered[each] ?? 0) - 1);
    return placed;
  });
  return { kind: 'table', columns, rows: grid };
}

/** A span attribute, held to the room there is; 0 means “to the end” (rows only). */
function spanOf(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : Math.min(value, most);
}
