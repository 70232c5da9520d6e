import type { FastifyInstance } from 'fastify';
import { readWorkbook } from '../../../platform/files/read-workbook.ts';
import type { ListFields } from '../../../platform/http/list-query.ts';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import type { CellValue } from '../../../platform/workbook/csv.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { askAdjustment, decideAdjustment } from '../commands/target/adjust.ts';
import { decideLines } from '../commands/target/decide-lines.ts';
import { issueHandingDraft, proposeHandingDown, saveHandingDraft } from '../commands/target/hand-down.ts';
import { findTargets, targetsToExport } from '../commands/target/list-targets.ts';
import { loadTargets } from '../commands/target/load-targets.ts';
import { answerObjection, objectToTarget } from '../commands/target/object.ts';
import { importParts, type PartColumn, partCell, partColumns, partRows } from '../commands/target/parts-sheet.ts';
import { readLoadingOf } from '../commands/target/read-loading.ts';
import { readTarget } from '../commands/target/read-target.ts';
import { type TargetRowJson, targetApi, targetFields, targetLabels } from '../contract.ts';

/** Targets: lists, loading from plans, handing down, adjusting. */
export function targetRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, targetApi.listTargets, async ({ actor, query }) => {
    const request = listRequest(targetFields, query);
    const { page, pageSize } = request;
    return { ...(await findTargets(actor, { year: query.year ?? null }, request, deps)), page, pageSize };
  });
  serve(app, targetApi.exportTargets, async ({ actor, query, reply }) => {
    const request = exportRequest(targetFields, query);
    const { ids, read } = await targetsToExport(actor, { year: query.year ?? null }, request, deps);
    return sendList(reply, {
      ...{ name: '目标清单', format: query.format, fields: targetFields, columns: request.columns, ids, read },
      ...{ idOf: ({ id }: TargetRowJson) => id, cellOf },
    });
  });
  serve(app, targetApi.readTarget, ({ actor, params }) => readTarget(actor, params.targetId, deps));
  loadingRoutes(app, deps);
  handingRoutes(app, deps);
  serve(app, targetApi.askAdjustment, ({ actor, params, body }) => askAdjustment(actor, params.targetId, body, deps));
  serve(app, targetApi.decideAdjustment, ({ actor, params, body }) => decideAdjustment(actor, params, body, deps));
  serve(app, targetApi.objectToTarget, ({ actor, params, body }) =>
    objectToTarget(actor, params.targetId, body.reason, deps),
  );
  serve(app, targetApi.answerObjection, ({ actor, params, body }) => answerObjection(actor, params, body.answer, deps));
}

function loadingRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, targetApi.readLoading, ({ actor, params, query }) =>
    readLoadingOf(actor, { ...params, edition: query.edition }, deps),
  );
  serve(app, targetApi.decideLines, ({ actor, params, body }) => decideLines(actor, params.planId, body, deps));
  serve(app, targetApi.loadTargets, ({ actor, params, body }) => loadTargets(actor, { ...params, ...body }, deps));
}

const partFields: ListFields = Object.fromEntries(
  Object.entries(partColumns).map(([key, title]) => [key, { title, kind: 'text', sheetWidth: 20 } as const]),
);

function handingRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, targetApi.proposeParts, ({ actor, params, body }) =>
    proposeHandingDown(actor, params.targetId, body, deps),
  );
  serve(app, targetApi.saveDraft, ({ actor, params, body }) => saveHandingDraft(actor, params.targetId, body, deps));
  serve(app, targetApi.issueDraft, ({ actor, params, body }) =>
    issueHandingDraft(actor, params.targetId, body.revision, deps),
  );
  serve(app, targetApi.exportParts, async ({ actor, params, reply }) => {
    const { target, rows } = await partRows(actor, params.targetId, deps);
    return sendList(reply, {
      ...{ name: `分解表 ${target.indicator} ${target.period}`, format: 'xlsx', fields: partFields },
      ...{ columns: Object.keys(partColumns), ids: rows.map(({ key }) => key), read: async () => rows },
      idOf: ({ key }) => key,
      cellOf: (row, column) => partCell(row, column as PartColumn, target.decimals),
    });
  });
  serve(app, targetApi.importParts, ({ actor, params, request }) =>
    withUpload(request, async ({ fileName, bytes, fields }) => {
      const sheets = await readWorkbook(fileName, bytes);
      return importParts(actor, params.targetId, { sheets, revision: Number(fields.revision ?? 0) }, deps);
    }),
  );
}

/** A cell of the exported list: figures as numbers in the unit of the indicator. */
function cellOf(row: TargetRowJson, column: string): CellValue {
  const number = (value: number | null) => (value === null ? null : value / 10 ** row.decimals);
  switch (column) {
    case 'indicator':
      return `${row.indicator}（${row.unit}）`;
    case 'year':
      return Number(row.period.slice(0, 4));
    case 'region':
      return row.place.regionName;
    case 'chain':
      return row.place.chainName;
    case 'unit':
      return row.enterprise ?? row.place.unitName;
    case 'value':
      return number(row.value);
    case 'rest':
      return number(row.rest);
    case 'plan':
      return row.plan;
    case 'edition':
      return row.edition;
    default: {
      const value = row[column as 'mode' | 'origin' | 'handed'];
      return targetLabels[column]?.[value] ?? value;
    }
  }
}
