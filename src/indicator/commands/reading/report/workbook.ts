import { type SheetContent, writeWorkbook } from '../../../../../platform/workbook/index.ts';
import type { Actor } from '../../../../access/index.ts';
import type { MatrixJson, ReportContent } from '../../../contract/reading-api.ts';
import type { IndicatorDeps } from '../../deps.ts';
import { readMatrices } from '../matrix.ts';
import { openPivot } from '../pivot/read.ts';
import { pivotSheet } from '../pivot/sheet.ts';

/** What a report shows as a workbook: what its reader may see at this moment. */
export async function reportWorkbook(
  actor: Actor,
  name: string,
  content: ReportContent,
  deps: IndicatorDeps,
): Promise<Buffer> {
  if (content.kind === 'matrix') {
    const { matrices } = await readMatrices(actor, content.query, deps);
    return writeWorkbook(matrices.map(matrixSheet));
  }
  const open = await openPivot(actor, content.spec, deps);
  const sheet = pivotSheet(content.spec, open, open.read);
  const rows = [];
  for await (const batch of sheet.batches()) rows.push(...batch);
  return writeWorkbook([{ name: sheetName(name), columns: sheet.columns, rows }]);
}

/** What a sheet may be called: no signs that Excel refuses, and no more than it takes. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/gu, ' ')
    .trim()
    .slice(0, 28) || '报表';

const lights = { green: '绿', blue: '蓝', yellow: '黄', red: '红' } as const;

function matrixSheet({ indicator, asOf, rows, columns, cells }: MatrixJson): SheetContent {
  const scale = 10 ** indicator.decimals;
  const number = (text: string | null | undefined) => (text == null ? null : Number(text) / scale);
  const of = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
  const unit = indicator.unit === '' ? '' : `（${indicator.unit}）`;
  return {
    name: sheetName(`${indicator.name} ${asOf}`),
    columns: [
      { title: '产业链', width: 20 },
      ...columns.flatMap(({ name }) => [
        { title: `${name} 实绩${unit}`, width: 18 },
        { title: `${name} 目标${unit}`, width: 18 },
        { title: `${name} 完成率（%）`, width: 14 },
        { title: `${name} 灯`, width: 8 },
      ]),
    ],
    rows: rows.map((row) => [
      row.name,
      ...columns.flatMap((column): (string | number | null)[] => {
        const cell = of(row.id, column.id);
        if (cell === undefined || cell.reading === null) return ['不公开', null, null, null];
        const { actual, main, light } = cell.reading;
        return [
          number(actual.value),
          number(main?.goal),
          main?.share == null ? null : main.share / 10_000,
          light.light === null ? null : lights[light.light],
        ];
      }),
    ]),
  };
}
