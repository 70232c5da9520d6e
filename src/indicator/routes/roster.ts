import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { addToRoster, endInRoster, findRoster, rosterToExport } from '../commands/collection/roster.ts';
import { checkRosterImport, importRoster, rosterTemplate } from '../commands/collection/roster-import.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { collectionApi, type RosterRowJson, rosterFields } from '../contract.ts';
import { readSent, xlsx } from './sent-file.ts';

/** Which enterprises a unit reports. */
export function rosterRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, collectionApi.listRoster, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(rosterFields, query);
    return { ...(await findRoster(actor, search, { limit: pageSize, offset }, deps)), page, pageSize };
  });
  serve(app, collectionApi.exportRoster, async ({ actor, query, reply }) => {
    const request = exportRequest(rosterFields, query);
    const { ids, read } = await rosterToExport(actor, request, deps);
    return sendList(reply, {
      ...{ name: '填报名录', format: query.format, fields: rosterFields, columns: request.columns, ids, read },
      idOf: ({ id }) => id,
      cellOf,
    });
  });
  serve(app, collectionApi.rosterTemplate, async ({ actor, reply }) => {
    const bytes = await rosterTemplate(actor);
    offer(reply, '填报名录（空表）.xlsx');
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, collectionApi.addToRoster, ({ actor, body }) => addToRoster(actor, body, deps));
  serve(app, collectionApi.endInRoster, ({ actor, params, body }) => endInRoster(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.checkRosterImport, ({ actor, request }) =>
    withUpload(request, async (file) => checkRosterImport(actor, await readSent(file), deps)),
  );
  serve(app, collectionApi.importRoster, ({ actor, request }) =>
    withUpload(request, async ({ fields, ...file }) =>
      importRoster(actor, { ...(await readSent(file)), fingerprint: fields.fingerprint ?? '' }, deps),
    ),
  );
}

const cells: Readonly<Record<string, (row: RosterRowJson) => string | null>> = {
  enterpriseId: (row) => row.enterpriseId,
  name: (row) => row.name,
  unit: (row) => row.unitName,
  region: (row) => row.regionName,
  chain: (row) => row.chainName,
  from: (row) => row.from,
  until: (row) => row.until,
};
const cellOf = (row: RosterRowJson, column: string): string | null => cells[column]?.(row) ?? null;
