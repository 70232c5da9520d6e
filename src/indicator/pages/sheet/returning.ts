import type { CellAddress } from '../../../../platform/web/grid/model.ts';

/** Cells that a reviewer is about to give back, each with what is wrong with it. */
export type ReturnedCells = ReadonlyMap<string, CellAddress & { readonly reason: string }>;

export const addressKey = ({ row, column }: CellAddress): string => `${row}\n${column}`;

/** With a cell's reason, or without the cell when there is none any more. */
export function withReason(cells: ReturnedCells, address: CellAddress, reason: string | null): ReturnedCells {
  const next = new Map(cells);
  if (reason === null) next.delete(addressKey(address));
  else next.set(addressKey(address), { row: address.row, column: address.column, reason });
  return next;
}
