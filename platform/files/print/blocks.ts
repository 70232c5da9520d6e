/**
 * What a flowing format (Word, web page) says, before it is printed: lines and tables in reading order. The readers
 * make blocks, `printBlocks` makes the text, so that every format is printed by the same rules.
 */
export type Block = LineBlock | TableBlock;

export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  /** Places inside `text` where a new page begins. */
  readonly pageBreaks: readonly number[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Number of columns of the grid. */
  readonly columns: number;
  readonly rows: readonly (readonly TableBlockCell[])[];
}

export interface TableBlockCell {
  /** First grid column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly Block[];
}

export const line = (text: string, pageBreaks: readonly number[] = []): LineBlock => ({
  kind: 'line',
  text,
  pageBreaks,
});
