import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer, sendList } from '../../../platform/http/sheet.ts';
import type { ReportDeps } from '../commands/deps.ts';
import { archiveBulletin } from '../commands/output/archive.ts';
import { downloadFile, makeFile, readFileStates } from '../commands/output/make-file.ts';
import { composeBulletin, readChoices, readCycleUnits } from '../commands/paper/compose-bulletin.ts';
import {
  compareBulletin,
  countBulletins,
  exportedBulletins,
  findBulletins,
  readBulletinDetail,
} from '../commands/paper/read-bulletin.ts';
import { readFigure } from '../commands/paper/read-figure.ts';
import { saveBulletin } from '../commands/paper/save-bulletin.ts';
import { answerBulletin, correctBulletin, sendBulletin } from '../commands/paper/send-bulletin.ts';
import {
  returnBulletin,
  signBulletin,
  submitBulletin,
  takeBackBulletin,
  withdrawBulletin,
} from '../commands/paper/sign-bulletin.ts';
import { type BulletinRowJson, bulletinFields, bulletinLabels, reportApi } from '../contract.ts';
import { fileTypes } from './types.ts';

/** Papers: lists, one paper and its figures, everything that becomes of it, its files. */
export function paperRoutes(app: FastifyInstance, deps: ReportDeps): void {
  listRoutes(app, deps);
  serve(app, reportApi.readChoices, ({ actor }) => readChoices(actor, deps));
  serve(app, reportApi.readCycleUnits, ({ actor, params }) => readCycleUnits(actor, params.cycleId, deps));
  serve(app, reportApi.composeBulletin, ({ actor, body }) => composeBulletin(actor, body, deps));
  serve(app, reportApi.readBulletin, ({ actor, params }) => readBulletinDetail(actor, params.bulletinId, deps));
  serve(app, reportApi.readFigure, ({ actor, params, query }) => readFigure(actor, { ...params, ...query }, deps));
  serve(app, reportApi.compareBulletin, ({ actor, params }) => compareBulletin(actor, params.bulletinId, deps));
  serve(app, reportApi.saveBulletin, ({ actor, params, body }) => saveBulletin(actor, { ...params, ...body }, deps));
  serve(app, reportApi.submitBulletin, ({ actor, params, body }) =>
    submitBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.takeBackBulletin, ({ actor, params, body }) =>
    takeBackBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.returnBulletin, ({ actor, params, body }) =>
    returnBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.signBulletin, ({ actor, params, body }) => signBulletin(actor, { ...params, ...body }, deps));
  serve(app, reportApi.withdrawBulletin, ({ actor, params, body }) =>
    withdrawBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.sendBulletin, ({ actor, params, body }) => sendBulletin(actor, { ...params, ...body }, deps));
  serve(app, reportApi.archiveBulletin, ({ actor, params, body }) =>
    archiveBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.correctBulletin, ({ actor, params, body }) =>
    correctBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.answerBulletin, ({ actor, params, body }) =>
    answerBulletin(actor, { ...params, ...body }, deps),
  );
  serve(app, reportApi.makeFile, ({ actor, params, body }) => makeFile(actor, { ...params, ...body }, deps));
  serve(app, reportApi.readFiles, ({ actor, params }) => readFileStates(actor, params.bulletinId, deps));
  serve(app, reportApi.downloadFile, async ({ actor, params, reply }) => {
    const { name, content } = await downloadFile(actor, params, deps);
    offer(reply, name);
    void reply.type(fileTypes[params.kind]);
    return content;
  });
}

function listRoutes(app: FastifyInstance, deps: ReportDeps): void {
  serve(app, reportApi.listBulletins, async ({ actor, query }) => {
    const request = listRequest(bulletinFields, query);
    const { page, pageSize } = request;
    return { ...(await findBulletins(actor, query.box, request, deps)), page, pageSize };
  });
  serve(app, reportApi.exportBulletins, async ({ actor, query, reply }) => {
    const request = exportRequest(bulletinFields, query);
    const { ids, read } = await exportedBulletins(actor, query.box, request, deps);
    return sendList(reply, {
      ...{
        name: '通报简报',
        format: query.format,
        fields: bulletinFields,
        columns: request.columns,
        ids,
        read,
        cellOf,
      },
      idOf: ({ id }) => id,
    });
  });
  serve(app, reportApi.countBulletins, ({ actor }) => countBulletins(actor, deps));
}

const chinaDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const cells: Readonly<Record<string, (row: BulletinRowJson) => string | null>> = {
  title: (row) => row.title,
  kind: (row) => bulletinLabels.kind?.[row.kind] ?? row.kind,
  state: (row) => bulletinLabels.state?.[row.state] ?? row.state,
  number: (row) => row.number,
  period: (row) => row.period,
  region: (row) => row.regionName,
  chain: (row) => row.chainName,
  issuer: (row) => row.issuer,
  subject: (row) => row.subject,
  signedOn: (row) => row.signedOn,
  changedAt: (row) => chinaDay(row.changedAt),
};
const cellOf = (row: BulletinRowJson, column: string): string | null => cells[column]?.(row) ?? null;
