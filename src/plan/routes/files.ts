import type { FastifyInstance } from 'fastify';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { plansToExport } from '../commands/export-list.ts';
import { asMarkdown, asWorkbook, exportName, readOriginal, versionToExport } from '../commands/export-plan.ts';
import { planApi, planFields } from '../contract.ts';
import { draftAnswer, editionAnswer } from './answers.ts';
import { planCell } from './list-cells.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

/** What leaves as a file: exports, and the file that a plan was read from. */
export function fileRoutes(app: FastifyInstance, deps: PlanDeps): void {
  serve(app, planApi.exportPlans, async ({ actor, query, reply }) => {
    const { columns, ...wanted } = exportRequest(planFields, query);
    const { ids, read } = await plansToExport(actor, wanted, deps);
    return sendList(reply, {
      name: '方案清单',
      format: query.format,
      fields: planFields,
      columns,
      ids,
      read,
      idOf: ({ id }) => id,
      cellOf: planCell,
    });
  });

  serve(app, planApi.exportPlan, async ({ actor, params, query, reply }) => {
    const { format, edition, draft } = query;
    const wanted = await versionToExport(actor, { ...params, version: draft === true ? 'draft' : edition }, deps);
    offer(reply, exportName(wanted, format));
    void reply.type(types[format]);
    if (format === 'xlsx') return asWorkbook(wanted, deps);
    if (format === 'md') return asMarkdown(wanted);
    const { version, text, revision } = wanted;
    const answer =
      version.publication === null
        ? draftAnswer({ draft: version, text, revision, steps: [] })
        : editionAnswer(version, text);
    return JSON.stringify(answer, null, 2);
  });

  serve(app, planApi.readSource, async ({ actor, params, reply }) => {
    const { fileName, bytes } = await readOriginal(actor, params.planId, deps);
    offer(reply, fileName);
    // Never shown by the browser itself: it may be a web page that somebody else wrote.
    void reply.type('application/octet-stream');
    return bytes;
  });
}
