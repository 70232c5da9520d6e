/** A table found on a page, ready to be printed. */
export interface PageTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: number;
  readonly rows: readonly (readonly PageTableCell[])[];
}

export interface PageTableCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
}
