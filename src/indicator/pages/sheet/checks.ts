import type { Cell, GridFinding, GridRow } from '../../../../platform/web/grid/model.ts';
import type { SheetJson, SheetPastJson } from '../../contract.ts';
import type { Past } from '../../domain/checks/history.ts';
import type { Definition } from '../../domain/definition.ts';
import { sheetFindings } from '../../domain/form/findings.ts';
import type { FormContent } from '../../domain/form/model.ts';

/** The same checks as handing in makes, while somebody types. What lies in other sheets only the server knows. */
export function checkerOf(
  { form, columns, sheet }: SheetJson,
  past: SheetPastJson | undefined,
): (row: GridRow, cells: Readonly<Record<string, Cell>>) => GridFinding[] {
  const definitions = new Map(columns.map((column) => [column.indicatorId, definitionOf(column, form.frequency)]));
  const pastOf = pastFigures(past);
  const content: FormContent = {
    ...{ name: form.name, note: form.note, rows: form.rows, role: form.role, frequency: form.frequency },
    ...{ chains: [], firstPeriod: sheet.period, opensAfter: 0, dueAfter: 0, remindBefore: 0 },
    columns: columns.map(({ indicatorId, required }) => ({ indicatorId, required })),
    checks: form.checks,
  };
  return (row, cells) =>
    sheetFindings({
      ...{ form: content, period: sheet.period, definitions },
      rows: [{ key: row.key, title: row.title, enterpriseId: '', chainId: '' }],
      cells: Object.entries(cells).map(([indicatorId, { value, reason }]) => ({
        ...{ row: row.key, indicatorId, value, reason },
      })),
      pastOf,
      elsewhereOf: () => null,
    })
      // An empty cell of a sheet that is only being filled in is not wrong yet: the count of blanks tells of it.
      .filter(({ code }) => code !== 'blank')
      .map(({ indicatorId, severity, message }) => ({ column: indicatorId, severity, message }));
}

function definitionOf(
  { indicatorId, name, unit, decimals, measures, direction, low, high }: SheetJson['columns'][number],
  frequency: Definition['frequency'],
): Definition {
  const described = { id: indicatorId, name, unit, decimals, measures, direction, frequency, low, high };
  return { ...described, of: { kind: 'sum' }, bases: [], source: null };
}

function pastFigures(past: SheetPastJson | undefined): (row: string, indicatorId: string) => readonly Past[] {
  const byCell = new Map((past?.cells ?? []).map((cell) => [`${cell.row}\n${cell.indicatorId}`, cell.values]));
  return (row, indicatorId) =>
    (byCell.get(`${row}\n${indicatorId}`) ?? []).flatMap((value, at) => {
      const period = past?.periods[at];
      return value === null || period === undefined ? [] : [{ period, value }];
    });
}
