import type { Figure, Vintage } from '../figure.ts';
import type { FormContent, SheetRow } from './model.ts';

interface At {
  readonly row: string;
  readonly indicatorId: string;
}
/** A cell that is handed in. */
export interface HandedCell extends At {
  readonly value: number | null;
  readonly reason: string | null;
  /** Revision of the figure that this cell made or confirmed before; null: none. */
  readonly recorded: number | null;
}
/** A figure that stands under the cell's key. */
export interface StandingFigureOf extends Figure {
  readonly revision: number;
}

export interface ToRecord {
  /** Figures to be saved, upon the revision that was seen. */
  readonly write: readonly (At & { readonly figure: Figure; readonly seen: number })[];
  /** Cells whose figure stands already as they have it. */
  readonly confirm: readonly (At & { readonly revision: number })[];
}

/**
 * Which figures a sheet makes when it is handed in. A new one is preliminary; one that readers have had as final, or that was
 * approved before, is revised. What another unit has reported of the same enterprise is not reported again. A cell that was
 * emptied takes its own figure back.
 */
export function figuresToRecord(
  form: FormContent,
  rows: readonly SheetRow[],
  wasApproved: boolean,
  sight: {
    readonly cell: (row: string, indicatorId: string) => HandedCell | undefined;
    readonly standing: (row: string, indicatorId: string) => StandingFigureOf | undefined;
    readonly isForeign: (row: string, indicatorId: string) => boolean;
  },
): ToRecord {
  const write: (At & { figure: Figure; seen: number })[] = [];
  const confirm: (At & { revision: number })[] = [];
  for (const { key: row } of rows)
    for (const { indicatorId } of form.columns) {
      const at = { row, indicatorId };
      const cell = sight.cell(row, indicatorId);
      const stands = sight.standing(row, indicatorId);
      const reason = some(cell?.reason ?? null);
      const value = cell?.value ?? null;
      if (stands === undefined) {
        if ((value !== null || reason !== null) && !sight.isForeign(row, indicatorId))
          write.push({ ...at, figure: { value, reason, vintage: 'preliminary' }, seen: 0 });
        continue;
      }
      if (value === null && reason === null) {
        const isOwn = cell?.recorded != null && cell.recorded === stands.revision;
        if (isOwn && stands.value !== null)
          write.push({ ...at, figure: { ...emptied, vintage: after(stands, wasApproved) }, seen: stands.revision });
        continue;
      }
      // Another word about a final figure does not make it another figure.
      const isSame = stands.value === value && (stands.reason === reason || stands.vintage === 'final');
      if (isSame) confirm.push({ ...at, revision: stands.revision });
      else {
        const vintage = stands.value === value ? stands.vintage : after(stands, wasApproved);
        write.push({ ...at, figure: { value, reason, vintage }, seen: stands.revision });
      }
    }
  return { write, confirm };
}

const emptied = { value: null, reason: '报送后清空' } as const;
const after = ({ vintage }: Figure, wasApproved: boolean): Vintage =>
  vintage === 'preliminary' && !wasApproved ? 'preliminary' : 'revised';
const some = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
