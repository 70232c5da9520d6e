import type { CellValue } from '../../../../../platform/workbook/csv.ts';
import type { PivotCellJson, PivotMeasure, PivotSpec } from '../../../contract/reading-api.ts';
import { pivotMeasureNames } from '../../../contract/reading-api.ts';
import { figureText } from '../../../domain/figure-text.ts';
import type { Member } from './axes.ts';
import type { OpenPivot } from './read.ts';

/** A table as a sheet, some rows at a time. */
export interface PivotSheet {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly batches: () => AsyncGenerator<CellValue[][]>;
}

const axisTitles: Readonly<Record<PivotSpec['rows'][number], string>> = {
  ...{ indicator: '指标', period: '时期', place: '地方', chain: '产业链', enterprise: '企业' },
};
const rowsAtOnce = 100;
const hiddenMark = '不公开';

/** Every row of a table. `read` is asked on behalf of whoever asked for the file. */
export function pivotSheet(spec: PivotSpec, open: OpenPivot, read: OpenPivot['read']): PivotSheet {
  const { rows, columns, chosen } = open;
  const decimalsOf = (id: string): number => chosen.definitions.find((each) => each.id === id)?.decimals ?? 0;
  const unitOf = (id: string): string => chosen.definitions.find((each) => each.id === id)?.unit ?? '';
  const usual = spec.indicators[0] ?? '';
  const indicatorOf = (keys: readonly Member[]) => keys.find(({ axis }) => axis === 'indicator')?.id;
  const isMixed = spec.rows.includes('indicator') && spec.indicators.length > 1;
  const titleOf = (column: readonly Member[], measure: PivotMeasure): string => {
    const name = pivotMeasureNames[measure];
    const unit = isRate(measure) ? '%' : isMixed || measure === 'rank' ? '' : unitOf(indicatorOf(column) ?? usual);
    return [...column.map((key) => key.name), unit === '' ? name : `${name}（${unit}）`].join(' ');
  };
  return {
    columns: [
      ...spec.rows.map((axis) => ({ title: axisTitles[axis], width: 24 })),
      ...(isMixed ? [{ title: '单位', width: 10 }] : []),
      ...columns.flatMap((column) => spec.measures.map((measure) => ({ title: titleOf(column, measure), width: 18 }))),
    ],
    batches: async function* () {
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        const some = rows.slice(at, at + rowsAtOnce);
        const cells = await read(some);
        yield some.map(({ keys }, row) => [
          ...keys.map(({ name }) => name),
          ...(isMixed ? [unitOf(indicatorOf(keys) ?? usual)] : []),
          ...columns.flatMap((column, c) =>
            spec.measures.map((measure) =>
              cellValue(measure, cells[row]?.[c], decimalsOf(indicatorOf(keys) ?? indicatorOf(column) ?? usual)),
            ),
          ),
        ]);
      }
    },
  };
}

const isRate = (measure: PivotMeasure): boolean =>
  ['yearOnYear', 'onLastPeriod', 'toDateChange', 'share', 'completion'].includes(measure);

function cellValue(measure: PivotMeasure, cell: PivotCellJson | undefined, decimals: number): CellValue {
  if (cell === undefined) return null;
  if (cell.hidden !== null) return hiddenMark;
  switch (measure) {
    case 'value':
    case 'toDate':
      return numberOf(cell[measure]?.value ?? null, decimals);
    case 'target':
      return numberOf(cell.target ?? null, decimals);
    case 'yearOnYear':
    case 'onLastPeriod':
    case 'toDateChange':
      return percent(cell[measure]?.rate ?? null);
    case 'share':
    case 'completion':
      return percent(cell[measure] ?? null);
    case 'rank':
      return cell.rank?.place ?? null;
  }
}

/** A number where a number of the sheet holds it exactly, else its digits. */
function numberOf(text: string | null, decimals: number): CellValue {
  if (text === null) return null;
  const value = BigInt(text);
  const size = value < 0n ? -value : value;
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) / 10 ** decimals : figureText(value, decimals);
}

const percent = (rate: number | null): CellValue => (rate === null ? null : rate / 10_000);
