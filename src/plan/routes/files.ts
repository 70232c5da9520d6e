import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { asMarkdown, asWorkbook, exportName, readOriginal, versionToExport } from '../commands/export-plan.ts';
import { planApi } from '../contract.ts';
import { draftAnswer, editionAnswer } from './answers.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

/** What leaves as a file: exports, and the file that a plan was read from. */
export function fileRoutes(app: FastifyInstance, deps: PlanDeps): void {
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

/** Makes the browser save the answer under this name (RFC 6266). */
function offer(reply: FastifyReply, name: string): void {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  void reply.header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${full}`);
}
