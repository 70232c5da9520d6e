import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { findSheets, sheetsToExport } from '../commands/collection/board.ts';
import { answerForTime, askForTime } from '../commands/collection/extension.ts';
import {
  readSheetDetail,
  readSheetFindings,
  readSheetPast,
  readSheetState,
} from '../commands/collection/read-sheet.ts';
import { approveSheet, approveSheets, reopenSheet, returnSheet } from '../commands/collection/review-sheet.ts';
import { saveCells } from '../commands/collection/save-cells.ts';
import { checkSheetImport, downloadSheet, importSheet } from '../commands/collection/sheet-file.ts';
import { submitSheet, withdrawSheet } from '../commands/collection/submit-sheet.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { collectionApi, type SheetRowJson, sheetFields, sheetLabels } from '../contract.ts';
import { readSent, xlsx } from './sent-file.ts';

/** What units report: sheets, their cells, handing in, review, time, files. */
export function sheetRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  listRoutes(app, deps);
  serve(app, collectionApi.readSheet, ({ actor, params }) => readSheetDetail(actor, params.sheetId, deps));
  serve(app, collectionApi.readSheetRow, ({ actor, params }) => readSheetState(actor, params.sheetId, deps));
  serve(app, collectionApi.readSheetPast, ({ actor, params }) => readSheetPast(actor, params.sheetId, deps));
  serve(app, collectionApi.readSheetFindings, ({ actor, params }) => readSheetFindings(actor, params.sheetId, deps));
  serve(app, collectionApi.saveCells, ({ actor, params, body }) => {
    const edits = body.cells.map(({ text = null, ...cell }) => ({ ...cell, text }));
    return saveCells(actor, { ...params, edits }, deps);
  });
  serve(app, collectionApi.submitSheet, ({ actor, params, body }) => submitSheet(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.withdrawSheet, ({ actor, params, body }) =>
    withdrawSheet(actor, { ...params, ...body }, deps),
  );
  serve(app, collectionApi.returnSheet, ({ actor, params, body }) => returnSheet(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.approveSheet, ({ actor, params, body }) =>
    approveSheet(actor, { ...params, ...body }, deps),
  );
  serve(app, collectionApi.reopenSheet, ({ actor, params, body }) => reopenSheet(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.approveSheets, ({ actor, body }) => approveSheets(actor, body.sheets, deps));
  serve(app, collectionApi.askExtension, ({ actor, params, body }) => askForTime(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.answerExtension, ({ actor, params, body }) =>
    answerForTime(actor, { ...params, ...body }, deps),
  );
  serve(app, collectionApi.downloadSheet, async ({ actor, params, reply }) => {
    const { name, bytes } = await downloadSheet(actor, params.sheetId, deps);
    offer(reply, `${name}.xlsx`);
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, collectionApi.checkSheetImport, ({ actor, params, request }) =>
    withUpload(request, async (file) => checkSheetImport(actor, { ...params, ...(await readSent(file)) }, deps)),
  );
  serve(app, collectionApi.importSheet, ({ actor, params, request }) =>
    withUpload(request, async ({ fields, ...file }) => {
      const sent = await readSent(file);
      return importSheet(actor, { ...params, ...sent, fingerprint: fields.fingerprint ?? '' }, deps);
    }),
  );
}

function listRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  const narrowed = (query: { scope?: 'mine' | 'review' | 'all'; formId?: string; period?: string }) => ({
    ...{ scope: query.scope ?? 'all', formId: query.formId ?? null, period: query.period ?? null },
  });
  serve(app, collectionApi.listSheets, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(sheetFields, query);
    const found = await findSheets(actor, { ...search, ...narrowed(query) }, { limit: pageSize, offset }, deps);
    return { ...found, page, pageSize };
  });
  serve(app, collectionApi.exportSheets, async ({ actor, query, reply }) => {
    const request = exportRequest(sheetFields, query);
    const { ids, read } = await sheetsToExport(actor, { ...request, ...narrowed(query) }, deps);
    return sendList(reply, {
      ...{ name: '填报进度', format: query.format, fields: sheetFields, columns: request.columns, ids, read },
      idOf: ({ id }) => id,
      cellOf,
    });
  });
}

const day = (instant: string | null): string | null =>
  instant === null ? null : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const cells: Readonly<Record<string, (row: SheetRowJson) => string | number | null>> = {
  form: (row) => row.formName,
  period: (row) => row.period,
  unit: (row) => row.unitName,
  region: (row) => row.regionName,
  state: (row) => sheetLabels.state?.[row.state] ?? row.state,
  punctuality: (row) => sheetLabels.punctuality?.[row.punctuality] ?? row.punctuality,
  share: (row) => row.share,
  dueOn: (row) => row.extendedTo ?? row.dueOn,
  extension: (row) => sheetLabels.extension?.[row.extension] ?? row.extension,
  submittedOn: (row) => day(row.submittedAt),
  lastActivity: (row) => day(row.lastActivityAt),
  urgedAt: (row) => day(row.urgedAt),
};
const cellOf = (row: SheetRowJson, column: string): string | number | null => cells[column]?.(row) ?? null;
