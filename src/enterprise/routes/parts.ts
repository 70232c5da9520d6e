import type { FastifyInstance } from 'fastify';
import { readWorkbook } from '../../../platform/files/index.ts';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { readCsv } from '../../../platform/workbook/read-csv.ts';
import {
  answerAppeal,
  judgeAppeal,
  makeAppealTask,
  noteAppeal,
  noteJudgement,
  raiseAppeal,
  refuseAppeal,
  sendAppeal,
  withdrawAppeal,
} from '../commands/appeals/move-appeals.ts';
import { appealsToExport, findAppeals, readAppeal } from '../commands/appeals/read-appeals.ts';
import type { FilePartDeps } from '../commands/deps.ts';
import { checkGrants, grantTemplate, importGrants, type SentGrants } from '../commands/grants/import-grants.ts';
import { addGrant, changeGrant, removeGrant } from '../commands/grants/keep-grants.ts';
import { listGrants } from '../commands/grants/list-grants.ts';
import { addPromise, changePromise, removePromise, settlePromise } from '../commands/promises/keep-promises.ts';
import { listPromises } from '../commands/promises/list-promises.ts';
import { appealFields, enterpriseApi } from '../contract.ts';
import { appealCellOf } from './cells.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const usualPage = 20;

/** What the file of an enterprise has beside the register: grants, promises, appeals. */
export function partRoutes(app: FastifyInstance, deps: FilePartDeps): void {
  grantRoutes(app, deps);
  promiseRoutes(app, deps);
  appealRoutes(app, deps);
}

function grantRoutes(app: FastifyInstance, deps: FilePartDeps): void {
  serve(app, enterpriseApi.listGrants, ({ actor, params, query }) => listGrants(actor, { ...params, ...query }, deps));
  serve(app, enterpriseApi.addGrant, ({ actor, params, body }) => addGrant(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.changeGrant, ({ actor, params, body }) => changeGrant(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.removeGrant, ({ actor, params, body }) => removeGrant(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.grantTemplate, async ({ actor, reply }) => {
    const bytes = await grantTemplate(actor);
    offer(reply, '奖补清单（空表）.xlsx');
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, enterpriseApi.checkGrants, ({ actor, request }) =>
    withUpload(request, async (file) => checkGrants(actor, await readSent(file), deps)),
  );
  serve(app, enterpriseApi.importGrants, ({ actor, request }) =>
    withUpload(request, async ({ fields, ...file }) =>
      importGrants(actor, { ...(await readSent(file)), fingerprint: fields.fingerprint ?? '' }, deps),
    ),
  );
}

/** An uploaded workbook, or a file of comma-separated values, as the text of its cells. Refuses what is neither. */
async function readSent({
  fileName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<SentGrants> {
  const sheets = /\.csv$/iu.test(fileName) ? [readCsv(fileName, bytes)] : await readWorkbook(fileName, bytes);
  return { fileName, bytes, sheets };
}

function promiseRoutes(app: FastifyInstance, deps: FilePartDeps): void {
  serve(app, enterpriseApi.listPromises, ({ actor, query: { page = 1, pageSize = usualPage, ...asked } }) =>
    listPromises(actor, asked, { limit: pageSize, offset: (page - 1) * pageSize }, deps),
  );
  serve(app, enterpriseApi.addPromise, ({ actor, params, body }) => addPromise(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.changePromise, ({ actor, params, body }) =>
    changePromise(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.removePromise, ({ actor, params, body }) =>
    removePromise(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.settlePromise, ({ actor, params, body }) =>
    settlePromise(actor, { ...params, ...body }, deps),
  );
}

function appealRoutes(app: FastifyInstance, deps: FilePartDeps): void {
  serve(app, enterpriseApi.listAppeals, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(appealFields, query);
    const { box, enterpriseId } = query;
    const found = await findAppeals(actor, { ...search, box, enterpriseId }, { limit: pageSize, offset }, deps);
    return { ...found, page, pageSize };
  });
  serve(app, enterpriseApi.exportAppeals, async ({ actor, query, reply }) => {
    const request = exportRequest(appealFields, query);
    const { box, enterpriseId } = query;
    const { ids, read } = await appealsToExport(actor, { ...request, box, enterpriseId }, deps);
    const { columns } = request;
    const list = { name: '企业诉求', format: query.format, fields: appealFields, columns, ids, read };
    return sendList(reply, { ...list, cellOf: appealCellOf, idOf: ({ id }) => id });
  });
  serve(app, enterpriseApi.readAppeal, ({ actor, params }) => readAppeal(actor, params.appealId, deps));
  serve(app, enterpriseApi.raiseAppeal, ({ actor, params, body }) => raiseAppeal(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.noteAppeal, ({ actor, params, body }) => noteAppeal(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.sendAppeal, ({ actor, params, body }) => sendAppeal(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.refuseAppeal, ({ actor, params, body }) =>
    refuseAppeal(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.makeAppealTask, ({ actor, params, body }) =>
    makeAppealTask(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.answerAppeal, ({ actor, params, body }) =>
    answerAppeal(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.judgeAppeal, ({ actor, params, body }) => judgeAppeal(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.noteJudgement, ({ actor, params, body }) =>
    noteJudgement(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.withdrawAppeal, ({ actor, params, body }) =>
    withdrawAppeal(actor, { ...params, ...body }, deps),
  );
}
