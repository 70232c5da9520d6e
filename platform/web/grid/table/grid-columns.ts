import type { GridColumn, GridReference } from '../model.ts';

/** What stands side by side in the grid: a column to fill in, or values to compare with behind it. */
export type Drawn =
  | {
      readonly kind: 'column';
      readonly column: GridColumn;
      readonly at: number;
      readonly left: number;
      readonly width: number;
    }
  | {
      readonly kind: 'reference';
      readonly column: GridColumn;
      readonly reference: GridReference;
      readonly left: number;
      readonly width: number;
    };

export interface Layout {
  readonly drawn: readonly Drawn[];
  /** Pixels. */
  readonly titleWidth: number;
  readonly rowHeight: number;
  readonly width: number;
  readonly tracks: string;
}

const usualWidth = 128;
const referenceWidth = 108;

/** Columns as they are drawn, each followed by its references when those are shown. `left` counts from the first column. */
export function layoutOf(
  columns: readonly GridColumn[],
  references: readonly GridReference[],
  narrow: boolean,
): Layout {
  const drawn: Drawn[] = [];
  let left = 0;
  for (const [at, column] of columns.entries()) {
    const width = column.width ?? usualWidth;
    drawn.push({ kind: 'column', column, at, left, width });
    left += width;
    for (const reference of references) {
      drawn.push({ kind: 'reference', column, reference, left, width: referenceWidth });
      left += referenceWidth;
    }
  }
  const titleWidth = narrow ? 116 : 220;
  return {
    drawn,
    titleWidth,
    rowHeight: narrow ? 46 : 40,
    width: titleWidth + left,
    tracks: [titleWidth, ...drawn.map(({ width }) => width)].map((width) => `${width}px`).join(' '),
  };
}
