import type { FastifyInstance } from 'fastify';
import { readWorkbook } from '../../../platform/files/index.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { readCsv } from '../../../platform/workbook/read-csv.ts';
import type { ProjectDeps } from '../commands/deps.ts';
import { decidePair, findPairsInSight, undoPair } from '../commands/doubles/decide.ts';
import type { SentSheets } from '../commands/imports/answer.ts';
import { checkMonthImport, importMonths, monthSheet } from '../commands/imports/months.ts';
import { checkProjectImport, importProjects, projectTemplate } from '../commands/imports/projects.ts';
import { projectApi } from '../contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const usualPage = 20;

/** Workbooks, and pairs of projects that may be one. */
export function importRoutes(app: FastifyInstance, deps: ProjectDeps): void {
  serve(app, projectApi.projectTemplate, async ({ actor, reply }) => {
    const bytes = await projectTemplate(actor);
    offer(reply, '项目清单（空表）.xlsx');
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, projectApi.checkProjectImport, ({ actor, request }) =>
    withUpload(request, async (file) => checkProjectImport(actor, await readSent(file), deps)),
  );
  serve(app, projectApi.importProjects, ({ actor, request }) =>
    withUpload(request, async ({ fields, ...file }) =>
      importProjects(actor, { ...(await readSent(file)), fingerprint: fields.fingerprint ?? '' }, deps),
    ),
  );
  serve(app, projectApi.monthSheet, async ({ actor, query, reply }) => {
    const { name, bytes } = await monthSheet(actor, query.month, deps);
    offer(reply, `${name}.xlsx`);
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, projectApi.checkMonthImport, ({ actor, request }) =>
    withUpload(request, async (file) => checkMonthImport(actor, await readSent(file), deps)),
  );
  serve(app, projectApi.importMonths, ({ actor, request }) =>
    withUpload(request, async ({ fields, ...file }) =>
      importMonths(actor, { ...(await readSent(file)), fingerprint: fields.fingerprint ?? '' }, deps),
    ),
  );
  serve(app, projectApi.listPairs, async ({ actor, query }) => {
    const { box = 'open', projectId = null, page = 1, pageSize = usualPage } = query;
    const found = await findPairsInSight(
      actor,
      { box, projectId },
      { limit: pageSize, offset: (page - 1) * pageSize },
      deps,
    );
    return { ...found, page, pageSize };
  });
  serve(app, projectApi.decidePair, ({ actor, params, body }) => decidePair(actor, { ...params, ...body }, deps));
  serve(app, projectApi.undoPair, ({ actor, params, body }) => undoPair(actor, { ...params, ...body }, deps));
}

/** An uploaded workbook, or a file of comma-separated values, as the text of its cells. Refuses what is neither. */
async function readSent({
  fileName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<SentSheets> {
  const sheets = /\.csv$/iu.test(fileName) ? [readCsv(fileName, bytes)] : await readWorkbook(fileName, bytes);
  return { fileName, bytes, sheets };
}
