import type { FastifyInstance } from 'fastify';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { pageOf, rowsSender } from '../../../platform/http/send-rows.ts';
import { serve } from '../../../platform/http/serve.ts';
import { clauseList, documentList } from '../commands/clause-rows.ts';
import type { PolicyDeps } from '../commands/deps.ts';
import { conflictReport } from '../commands/list-conflicts.ts';
import { clauseFields, conflictFields, documentFields, listLabels, policyApi } from '../contract.ts';

const sendRows = rowsSender(listLabels);

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
