import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest, matching } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import { readCode, readWords } from '../commands/codes.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { enterprisesToExport, findEnterprises, totalEnterprises } from '../commands/find-enterprises.ts';
import { readEnterprise, readEnterpriseHistory, readOwnEnterprise } from '../commands/read-enterprise.ts';
import { enterpriseApi, enterpriseFields } from '../contract.ts';
import { cellOf } from './cells.ts';

/** Lists, sums, one enterprise. */
export function listRoutes(app: FastifyInstance, deps: EnterpriseDeps): void {
  serve(app, enterpriseApi.listEnterprises, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(enterpriseFields, query);
    const found = await findEnterprises(actor, { ...search, box: query.box }, { limit: pageSize, offset }, deps);
    return { ...found, page, pageSize };
  });
  serve(app, enterpriseApi.exportEnterprises, async ({ actor, query, reply }) => {
    const request = exportRequest(enterpriseFields, query);
    const { ids, read } = await enterprisesToExport(actor, { ...request, box: query.box }, deps);
    const { columns } = request;
    const list = { name: '企业名录', format: query.format, fields: enterpriseFields, columns, ids, read, cellOf };
    return sendList(reply, { ...list, idOf: ({ id }) => id });
  });
  serve(app, enterpriseApi.totalEnterprises, ({ actor, query }) => {
    const { words, filter } = matching(enterpriseFields, query);
    return totalEnterprises(actor, { words, filter, box: query.box, by: query.by }, deps);
  });
  serve(app, enterpriseApi.readWords, ({ actor }) => readWords(actor, deps));
  serve(app, enterpriseApi.readOwn, ({ actor }) => readOwnEnterprise(actor, deps));
  serve(app, enterpriseApi.readCode, ({ actor, params }) => readCode(actor, params, deps));
  serve(app, enterpriseApi.readEnterprise, ({ actor, params, query }) =>
    readEnterprise(actor, { ...params, ...query }, deps),
  );
  serve(app, enterpriseApi.readHistory, ({ actor, params, query: { page = 1, pageSize = 20 } }) =>
    readEnterpriseHistory(actor, { ...params, page, pageSize }, deps),
  );
}
