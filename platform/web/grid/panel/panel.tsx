import type { ReactNode } from 'react';
import type { CellAddress, GridReference } from '../model.ts';
import type { Grid } from '../use-grid.ts';
import { Conflict } from './conflict.tsx';
import { PanelFields, type ReasonField } from './panel-fields.tsx';
import { PanelFigure } from './panel-figure.tsx';
import { PanelGestures } from './panel-gestures.tsx';
import { useCurrent } from './use-current.ts';

interface Props {
  readonly grid: Grid;
  readonly references: readonly GridReference[];
  readonly details: ((address: CellAddress) => ReactNode) | undefined;
  readonly reasonField: ReasonField;
  /** Back to the cell; `on`: to the next row. */
  back(on: boolean): void;
  askReason(): void;
}

/** Everything about the current cell that does not fit into it. */
export function Panel({ grid, references, details, reasonField, back, askReason }: Props) {
  const { cell, row, column, slot, view } = useCurrent(grid.sheet);
  if (row === undefined || column === undefined) return null;
  return (
    <div className="jw-entry-about">
      <h3>{column.title}</h3>
      <p className="jw-entry-of">
        {row.title}
        {row.subtitle !== undefined && <small>{row.subtitle}</small>}
      </p>
      <PanelFigure grid={grid} cell={cell} view={view} slot={slot} references={references} />
      <PanelGestures sheet={grid.sheet} slot={slot} isLocked={view.lock !== null} askReason={askReason} />
      <Conflict sheet={grid.sheet} cell={cell} slot={slot} column={column} />
      <PanelFields
        sheet={grid.sheet}
        cell={cell}
        slot={slot}
        isLocked={view.lock !== null}
        reasonField={reasonField}
        back={back}
      />
      {column.help !== undefined && <p className="jw-entry-hint">{column.help}</p>}
      {details?.({ row: row.key, column: column.key })}
    </div>
  );
}
