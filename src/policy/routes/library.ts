import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ExportRequest, exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { type ListedRows, type RowValue, rowsMatching, rowsToExport } from '../../../platform/http/list-rows.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import { clauseList, documentList } from '../commands/clause-rows.ts';
import type { PolicyDeps } from '../commands/deps.ts';
import { conflictReport } from '../commands/list-conflicts.ts';
import { clauseFields, conflictFields, documentFields, listLabels, policyApi } from '../contract.ts';

type PageQuery = Parameters<typeof listRequest>[1];

/** One page of a list that stands in memory. */
function pageOf<Row>(list: ListedRows<Row>, query: PageQuery) {
  const request = listRequest(list.fields, query);
  const found = rowsMatching(list, request);
  const { page, pageSize, offset } = request;
  return { rows: found.slice(offset, offset + pageSize), total: found.length, capped: false, page, pageSize };
}

/** The whole of it as a file: rows as they were asked for, choices in words. */
function sendRows<Row extends { readonly id: string }>(
  reply: FastifyReply,
  name: string,
  format: 'xlsx' | 'csv',
  list: ListedRows<Row>,
  request: ExportRequest,
) {
  const idOf = ({ id }: Row): string => id;
  const rows = rowsToExport(rowsMatching(list, request), idOf, request);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sendList(reply, {
    ...{ name, format, fields: list.fields, columns: request.columns, ids: rows.map(idOf), idOf },
    read: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    cellOf: (row, column) => inWords(column, list.fieldOf(row, column)),
  });
}

const inWords = (column: string, value: RowValue): RowValue => listLabels[column]?.[String(value)] ?? value;

/** The lists: documents, clauses, conflicts. */
export function libraryRoutes(app: FastifyInstance, deps: PolicyDeps): void {
  serve(app, policyApi.listDocuments, async ({ actor, query: { on, ...query } }) =>
    pageOf(documentList(actor, on, deps), query),
  );
  serve(app, policyApi.exportDocuments, async ({ actor, query: { on, ...query }, reply }) =>
    sendRows(reply, '政策清单', query.format, documentList(actor, on, deps), exportRequest(documentFields, query)),
  );
  serve(app, policyApi.listClauses, async ({ actor, query: { on, policyId, ...query } }) =>
    pageOf(await clauseList(actor, { on, policyId }, deps), query),
  );
  serve(app, policyApi.exportClauses, async ({ actor, query: { on, policyId, ...query }, reply }) => {
    const list = await clauseList(actor, { on, policyId }, deps);
    return sendRows(reply, '政策条款', query.format, list, exportRequest(clauseFields, query));
  });
  serve(app, policyApi.listConflicts, async ({ actor, query: { on, ...query } }) => {
    const report = conflictReport(actor, on, deps);
    return { ...pageOf(report, query), kinds: report.kinds, policies: report.policies };
  });
  serve(app, policyApi.exportConflicts, async ({ actor, query: { on, ...query }, reply }) =>
    sendRows(
      reply,
      '政策冲突报告',
      query.format,
      conflictReport(actor, on, deps),
      exportRequest(conflictFields, query),
    ),
  );
}
