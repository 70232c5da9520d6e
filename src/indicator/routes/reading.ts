import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import type { CellValue } from '../../../platform/workbook/csv.ts';
import { type SheetColumn, sheetStream } from '../../../platform/workbook/sheet-stream.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { readCell } from '../commands/reading/cell.ts';
import { figuresOfCell, figuresToExport, readFigure } from '../commands/reading/figures.ts';
import { readMatrices } from '../commands/reading/matrix.ts';
import { openPivot, readPivot } from '../commands/reading/pivot/read.ts';
import { pivotSheet } from '../commands/reading/pivot/sheet.ts';
import { pivotSpec } from '../commands/reading/pivot/spec.ts';
import { cellsColumns, cellsSheet, exportCells } from '../commands/reading/whole-tree.ts';
import type { FigureRowJson } from '../contract/reading-api.ts';
import { figureFields, figureLabels, readingApi } from '../contract/reading-api.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Matrix, pivot, what is behind a cell, and the whole tree. */
export function readingRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, readingApi.readMatrix, ({ actor, query }) => readMatrices(actor, query, deps));
  serve(app, readingApi.readPivot, ({ actor, query: { spec, page = 1, pageSize = 50 } }) =>
    readPivot(actor, { spec: pivotSpec(spec), page, pageSize }, deps),
  );
  serve(app, readingApi.exportPivot, async ({ actor, query, reply }) => {
    const spec = pivotSpec(query.spec);
    const open = await openPivot(actor, spec, deps);
    // Rows are read after the handler has returned: row-level security must still know for whom.
    const asBefore = AsyncLocalStorage.snapshot();
    const { columns, batches } = pivotSheet(spec, open, (rows) => asBefore(open.read, rows));
    return sendSheet(reply, '透视表', query.format, columns, batches());
  });
  serve(app, readingApi.readCell, ({ actor, query }) => readCell(actor, query, deps));
  serve(app, readingApi.listCellFigures, ({ actor, query }) =>
    figuresOfCell(actor, query, listRequest(figureFields, query), deps),
  );
  serve(app, readingApi.exportCellFigures, async ({ actor, query, reply }) => {
    const request = exportRequest(figureFields, query);
    const { ids, read } = await figuresToExport(actor, query, request, deps);
    return sendList(reply, {
      ...{ name: '指标明细', format: query.format, fields: figureFields, columns: request.columns, ids, read },
      idOf: ({ id }) => id,
      cellOf: figureCell,
    });
  });
  serve(app, readingApi.readFigure, ({ actor, params }) => readFigure(actor, params.figureId, deps));
  serve(app, readingApi.exportCells, ({ actor, query }) => exportCells(actor, query, deps));
  serve(app, readingApi.exportCellsFile, async ({ actor, query, reply }) => {
    const asBefore = AsyncLocalStorage.snapshot();
    const batches = cellsSheet(actor, query, deps, (work) => asBefore(work));
    // What is refused is refused before the file begins.
    const first = await batches.next();
    return sendSheet(reply, '指标汇总', query.format, cellsColumns, withFirst(first, batches));
  });
}

type Reply = Parameters<typeof offer>[0];

function sendSheet(
  reply: Reply,
  name: string,
  format: 'xlsx' | 'csv',
  columns: readonly SheetColumn[],
  batches: AsyncIterable<CellValue[][]>,
) {
  offer(reply, `${name}.${format}`);
  return reply.type(types[format]).send(sheetStream({ name, columns, batches }, format));
}

async function* withFirst(
  first: IteratorResult<CellValue[][]>,
  rest: AsyncGenerator<CellValue[][]>,
): AsyncGenerator<CellValue[][]> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

function figureCell(row: FigureRowJson, column: string): CellValue {
  switch (column) {
    case 'enterprise':
    case 'unit':
    case 'region':
    case 'chain':
      return row[column]?.name ?? null;
    case 'vintage':
      return figureLabels.vintage[row.vintage];
    case 'savedAt':
      return row.savedAt.slice(0, 10);
    case 'value':
    case 'period':
    case 'reason':
    case 'revision':
    case 'reportedBy':
    case 'changedBy':
    case 'approvedBy':
    case 'note':
      return row[column];
    default:
      return null;
  }
}
