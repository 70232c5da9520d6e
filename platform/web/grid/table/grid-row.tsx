import { memo } from 'react';
import { Cell, Row, RowHead } from '../../list/grid-parts.tsx';
import { figureText } from '../figure-text.ts';
import { type GridRow as GivenRow, givenCell } from '../model.ts';
import { blockOf, isWithin } from '../selection.ts';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';
import { type Chosen, GridCell } from './grid-cell.tsx';
import type { Layout } from './grid-columns.ts';

interface Props {
  readonly sheet: Sheet;
  readonly row: GivenRow;
  readonly at: number;
  readonly layout: Layout;
  /** Pixels from the first row. */
  readonly top: number;
}

/** A row: its title stays at the left; the cells draw themselves. */
export const GridRow = memo(function GridRow({ sheet, row, at, layout, top }: Props) {
  // One listener a row: a selection that moves draws the two rows anew that it left and came to.
  const isRowChosen = useSheet(sheet, 'selection', () => chosenIn(sheet, at)) !== '';
  const place = { transform: `translateY(${top}px)`, height: layout.rowHeight };
  return (
    <Row className="jw-entry-row" aria-rowindex={at + 2} style={place} data-odd={at % 2 === 1 ? '' : undefined}>
      <RowHead className="jw-entry-title" aria-colindex={1} data-row={at} title={row.title}>
        <span>{row.title}</span>
        {row.subtitle !== undefined && <small>{row.subtitle}</small>}
      </RowHead>
      {layout.drawn.map((drawn, index) =>
        drawn.kind === 'column' ? (
          <GridCell
            key={drawn.column.key}
            sheet={sheet}
            cell={at * sheet.columns.length + drawn.at}
            columnIndex={index + 2}
            chosen={isRowChosen ? chosenAs(sheet, at, drawn.at) : 'no'}
          />
        ) : (
          <Cell
            key={`${drawn.column.key} ${drawn.reference.key}`}
            className="jw-entry-reference"
            aria-colindex={index + 2}
            aria-readonly="true"
          >
            {referenceText(row, drawn.column, drawn.reference.key)}
          </Cell>
        ),
      )}
    </Row>
  );
});

/** Which cells of a row are chosen, as a text that changes with them; empty: none. */
function chosenIn(sheet: Sheet, row: number): string {
  const { top, bottom, left, right } = blockOf(sheet.selection);
  if (row < top || row > bottom) return '';
  const { active } = sheet.selection;
  return `${left} ${right} ${active.row === row ? active.column : ''}`;
}
function chosenAs(sheet: Sheet, row: number, column: number): Chosen {
  const { active } = sheet.selection;
  if (active.row === row && active.column === column) return 'current';
  return isWithin(blockOf(sheet.selection), { row, column }) ? 'within' : 'no';
}

function referenceText(
  row: GivenRow,
  column: { readonly key: string; readonly decimals: number },
  key: string,
): string {
  const value = givenCell(row, column.key).references?.[key] ?? null;
  return value === null ? '' : figureText(value, column.decimals);
}
