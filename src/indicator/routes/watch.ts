import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { askHelp, listSuperiors, makeTask } from '../commands/watch/ask-work.ts';
import { changeLimits, readLimits } from '../commands/watch/limits.ts';
import { putAside, takeBack } from '../commands/watch/put-aside.ts';
import { exportWarnings, listWarningPage, readBoard, showWarning } from '../commands/watch/read-warnings.ts';
import { previewLimits, runWatch } from '../commands/watch/run-watch.ts';
import { type WarningRowJson, warningFields, warningLabels, watchApi } from '../contract.ts';

/** What somebody should look at: lists, one warning and what becomes of it, when rules speak. */
export function watchRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, watchApi.listWarnings, async ({ actor, query }) => {
    const request = listRequest(warningFields, query);
    const { page, pageSize } = request;
    return { ...(await listWarningPage(actor, query.box, request, deps)), page, pageSize };
  });
  serve(app, watchApi.exportWarnings, async ({ actor, query, reply }) => {
    const request = exportRequest(warningFields, query);
    const { ids, read } = await exportWarnings(actor, query.box, request, deps);
    const { columns } = request;
    const list = { name: '预警', format: query.format, fields: warningFields, columns, ids, read, cellOf };
    return sendList(reply, { ...list, idOf: ({ id }) => id });
  });
  serve(app, watchApi.readWarningBoard, ({ actor }) => readBoard(actor, deps));
  serve(app, watchApi.readWarning, ({ actor, params }) => showWarning(actor, params.warningId, deps));
  serve(app, watchApi.listSuperiors, async ({ actor, params }) => {
    const units = await listSuperiors(actor, params.warningId, deps);
    return { units: units.map(({ id, name, region }) => ({ id, name, region })) };
  });
  serve(app, watchApi.putWarningAside, async ({ actor, params, body }) => {
    await putAside(actor, { ...params, ...body }, deps);
    return showWarning(actor, params.warningId, deps);
  });
  serve(app, watchApi.takeWarningBack, async ({ actor, params, body }) => {
    await takeBack(actor, { ...params, ...body }, deps);
    return showWarning(actor, params.warningId, deps);
  });
  serve(app, watchApi.makeWarningTask, async ({ actor, params, body }) => {
    await makeTask(actor, { ...params, ...body }, deps);
    return showWarning(actor, params.warningId, deps);
  });
  serve(app, watchApi.askWarningHelp, async ({ actor, params, body }) => {
    await askHelp(actor, { ...params, ...body }, deps);
    return showWarning(actor, params.warningId, deps);
  });
  serve(app, watchApi.readWatchLimits, ({ actor, query }) => readLimits(actor, query, deps));
  serve(app, watchApi.changeWatchLimits, async ({ actor, body }) => {
    await changeLimits(actor, body, deps);
    return readLimits(actor, { regionId: body.regionId }, deps);
  });
  serve(app, watchApi.previewWatchLimits, ({ actor, body }) => previewLimits(actor, body, deps));
  serve(app, watchApi.runWatch, ({ actor }) => runWatch(actor, deps));
}

function cellOf(row: WarningRowJson, column: string): string | null {
  const labelled = (value: string): string => warningLabels[column]?.[value] ?? value;
  switch (column) {
    case 'indicator':
      return row.about.name;
    case 'region':
    case 'unit':
    case 'chain':
      return row[column]?.name ?? null;
    case 'work':
      return row.work.map(({ assignee }) => assignee).join('、');
    case 'light':
    case 'rule':
    case 'state':
      return labelled(row[column]);
    case 'raisedAt':
    case 'overAt':
      return row[column] === null ? null : chinaDay(row[column]);
    case 'since':
    case 'reason':
      return row[column];
    default:
      return null;
  }
}

const chinaDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
