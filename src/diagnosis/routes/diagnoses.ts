import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import type { DiagnosisDeps } from '../commands/deps.ts';
import { addFile, readFile, removeFile } from '../commands/files.ts';
import { diagnosesToExport, findDiagnoses } from '../commands/find-diagnoses.ts';
import { finishInspection } from '../commands/finish.ts';
import { readDiagnosis, readProspect } from '../commands/read-diagnosis.ts';
import { readResult } from '../commands/result.ts';
import { saveAnswers, saveInspection } from '../commands/save-answers.ts';
import { dropDiagnosis, startDiagnosis } from '../commands/start.ts';
import { submitDiagnosis } from '../commands/submit.ts';
import { diagnosisApi, diagnosisFields } from '../contract.ts';
import { cellOf } from './cells.ts';

/** One diagnosis after the other, and what it comes to. */
export function diagnosisRoutes(app: FastifyInstance, deps: DiagnosisDeps): void {
  serve(app, diagnosisApi.listDiagnoses, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(diagnosisFields, query);
    return { ...(await findDiagnoses(actor, search, { limit: pageSize, offset }, deps)), page, pageSize };
  });
  serve(app, diagnosisApi.exportDiagnoses, async ({ actor, query, reply }) => {
    const request = exportRequest(diagnosisFields, query);
    const { ids, read } = await diagnosesToExport(actor, request, deps);
    const { columns } = request;
    const list = { name: '数字化诊断', format: query.format, fields: diagnosisFields, columns, ids, read, cellOf };
    return sendList(reply, { ...list, idOf: ({ id }) => id });
  });
  serve(app, diagnosisApi.readProspect, ({ actor, params }) => readProspect(actor, params, deps));
  serve(app, diagnosisApi.startDiagnosis, ({ actor, params, body }) =>
    startDiagnosis(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.readDiagnosis, ({ actor, params }) => readDiagnosis(actor, params, deps));
  serve(app, diagnosisApi.saveAnswers, ({ actor, params, body }) => saveAnswers(actor, { ...params, ...body }, deps));
  serve(app, diagnosisApi.saveInspection, ({ actor, params, body }) =>
    saveInspection(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.submitDiagnosis, ({ actor, params, body }) =>
    submitDiagnosis(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.dropDiagnosis, ({ actor, params, body }) =>
    dropDiagnosis(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.finishInspection, ({ actor, params, body }) =>
    finishInspection(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.readResult, ({ actor, params }) => readResult(actor, params, deps));
  serve(app, diagnosisApi.addFile, ({ actor, params, request }) =>
    withUpload(request, (file) => addFile(actor, { ...params, ...file }, deps)),
  );
  serve(app, diagnosisApi.readFile, async ({ actor, params, reply }) => {
    const { name, type, bytes } = await readFile(actor, params, deps);
    offer(reply, name);
    void reply.type(type).header('cache-control', 'private, max-age=86400, immutable');
    return bytes;
  });
  serve(app, diagnosisApi.removeFile, ({ actor, params }) => removeFile(actor, params, deps));
}
