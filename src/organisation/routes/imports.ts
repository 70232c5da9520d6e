import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { exportOrganisation, organisationTemplate } from '../commands/export-workbook.ts';
import {
  checkImport,
  commitImport,
  type ImportDeps,
  listImports,
  markImport,
  undoImport,
} from '../commands/import-workbook.ts';
import { organisationApi } from '../contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbook of the whole organisation, out and in. */
export function importRoutes(app: FastifyInstance, deps: ImportDeps): void {
  const offerWorkbook = (reply: FastifyReply, name: string, bytes: Uint8Array): Uint8Array => {
    offer(reply, name);
    void reply.type(xlsx);
    return bytes;
  };
  serve(app, organisationApi.organisationTemplate, async ({ actor, reply }) =>
    offerWorkbook(reply, '组织机构导入模板.xlsx', await organisationTemplate(actor, deps)),
  );
  serve(app, organisationApi.exportOrganisation, async ({ actor, reply }) =>
    offerWorkbook(reply, '组织机构.xlsx', await exportOrganisation(actor, deps)),
  );
  serve(app, organisationApi.checkImport, ({ actor, request }) =>
    withUpload(request, (file) => checkImport(actor, file, deps)),
  );
  serve(app, organisationApi.markImport, ({ actor, request, reply }) =>
    withUpload(request, async (file) => {
      const bytes = await markImport(actor, file, deps);
      return offerWorkbook(reply, file.fileName.replace(/(?:\.xlsx)?$/i, '（标明问题）.xlsx'), bytes);
    }),
  );
  serve(app, organisationApi.commitImport, ({ actor, request }) =>
    withUpload(request, ({ fields, ...file }) =>
      commitImport(actor, { ...file, fingerprint: fields.fingerprint ?? '' }, deps),
    ),
  );
  serve(app, organisationApi.listImports, ({ actor, query }) => listImports(actor, query, deps));
  serve(app, organisationApi.undoImport, ({ actor, params, body }) => undoImport(actor, { ...params, ...body }, deps));
}
