import type { GivenCell, GridColumn, GridReference, GridRow } from '../../../../platform/web/grid/model.ts';
import type { SheetCellJson, SheetJson } from '../../contract.ts';
import { lastNames, lastYearNames } from '../../domain/wording/period.ts';

/** A sheet as the entry grid is given it. Pure. */

export function gridColumns({ columns }: SheetJson): GridColumn[] {
  return columns.map(({ indicatorId, name, unit, decimals, required, basis }) => ({
    ...{ key: indicatorId, title: required ? name : `${name}（选填）`, unit, decimals },
    ...(basis !== null && { help: basis }),
  }));
}

/** What stands beside each cell: the period before and the same one of last year, which of a year are one. */
export function gridReferences({ compared, form }: SheetJson): GridReference[] {
  return [
    { key: 'last', title: `${lastNames[form.frequency]}（${compared.last}）` },
    ...(compared.lastYear === null
      ? []
      : [{ key: 'lastYear', title: `${lastYearNames[form.frequency]}（${compared.lastYear}）` }]),
  ];
}

export function gridRows({ rows, cells, references }: SheetJson): GridRow[] {
  const cellsOf = Map.groupBy(cells, ({ row }) => row);
  const referencesOf = Map.groupBy(references, ({ row }) => row);
  return rows.map(({ key, title, subtitle, chainName }) => {
    const besides = new Map(
      (referencesOf.get(key) ?? []).map(({ indicatorId, last, lastYear }) => [indicatorId, { last, lastYear }]),
    );
    const given = new Map((cellsOf.get(key) ?? []).map((cell) => [cell.indicatorId, cell]));
    const ids = new Set([...besides.keys(), ...given.keys()]);
    const under = [chainName, subtitle].filter((each) => each !== null && each !== title).join(' · ');
    return {
      ...{ key, title },
      ...(under !== '' && { subtitle: under }),
      cells: Object.fromEntries([...ids].map((id) => [id, givenCell(given.get(id), besides.get(id))])),
    };
  });
}

function givenCell(
  cell: SheetCellJson | undefined,
  references: { readonly last: number | null; readonly lastYear: number | null } | undefined,
): GivenCell {
  return {
    ...{ value: cell?.value ?? null, reason: cell?.reason ?? null, note: cell?.note ?? null },
    revision: cell?.revision ?? 0,
    ...(references !== undefined && { references }),
    ...(cell?.returned !== undefined && { returned: cell.returned }),
    ...(cell?.from !== undefined && { from: fromWords(cell.from) }),
  };
}

/** Where a figure that was filled in came from. */
export const fromWords = ({ kind, name, unitName }: NonNullable<SheetCellJson['from']>): string =>
  `${unitName ?? ''}${kind === 'machine' ? `接口「${name}」` : kind === 'form' ? `「${name}」` : name}`;
