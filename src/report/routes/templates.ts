import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import type { ReportDeps } from '../commands/deps.ts';
import {
  changeTemplate,
  downloadTemplate,
  downloadUsualTemplate,
  listTemplates,
  readFields,
  uploadTemplate,
} from '../commands/template/templates.ts';
import { reportApi } from '../contract.ts';
import { fileTypes } from './types.ts';

/** Templates of an office, their versions and fields. */
export function templateRoutes(app: FastifyInstance, deps: ReportDeps): void {
  serve(app, reportApi.listTemplates, ({ actor }) => listTemplates(actor, deps));
  serve(app, reportApi.readFields, ({ actor, query }) => readFields(actor, query.bulletinId, deps));
  serve(app, reportApi.uploadTemplate, ({ actor, request }) =>
    withUpload(request, (sent) => uploadTemplate(actor, sent, deps)),
  );
  serve(app, reportApi.changeTemplate, ({ actor, params, body }) =>
    changeTemplate(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.downloadTemplate, async ({ actor, params, reply }) => {
    const { name, content } = await downloadTemplate(actor, params, deps);
    offer(reply, name);
    void reply.type(fileTypes.docx);
    return content;
  });
  serve(app, reportApi.downloadUsualTemplate, async ({ actor, params, reply }) => {
    const { name, content } = await downloadUsualTemplate(actor, params.kind);
    offer(reply, name);
    void reply.type(fileTypes.docx);
    return content;
  });
}
