import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../../../../platform/http/serve.ts';
import { offer } from '../../../../platform/http/sheet.ts';
import { withUpload } from '../../../../platform/http/upload.ts';
import { applyFor, changeEntry, turnAway, withdrawEntry } from '../../commands/selection/apply.ts';
import { closeApplications } from '../../commands/selection/close-applications.ts';
import { askAgain, closeScoring } from '../../commands/selection/close-scoring.ts';
import { decideRound, publishRound } from '../../commands/selection/decide.ts';
import type { SelectionDeps } from '../../commands/selection/deps.ts';
import { addExpert, listCandidates, noteConflict, removeExpert } from '../../commands/selection/experts.ts';
import { roundToExport } from '../../commands/selection/export.ts';
import { addFile, readFile, removeFile } from '../../commands/selection/files.ts';
import { answerObjection, noteObjection } from '../../commands/selection/objections.ts';
import { readProspects } from '../../commands/selection/prospects.ts';
import { listRounds, readRound } from '../../commands/selection/read-round.ts';
import {
  keepTitle,
  listRemovals,
  noticeRemoval,
  pleadRemoval,
  reviewTitles,
} from '../../commands/selection/removals.ts';
import { changeRound, createRound, endRound, openRound, readOptions } from '../../commands/selection/rounds.ts';
import { listSheets, readSheetFile, recuse, saveSheet } from '../../commands/selection/sheets.ts';
import { selectionApi } from '../../contract.ts';
import { sendSelection } from './sheets.ts';

/** Every route of selection rounds. */
export function selectionRoutes(app: FastifyInstance, deps: SelectionDeps): void {
  roundRoutes(app, deps);
  entryRoutes(app, deps);
  expertRoutes(app, deps);
  removalRoutes(app, deps);
}

function roundRoutes(app: FastifyInstance, deps: SelectionDeps): void {
  const api = selectionApi;
  serve(app, api.listRounds, ({ actor }) => listRounds(actor, deps));
  serve(app, api.readOptions, async ({ actor }) => readOptions(actor, deps));
  serve(app, api.createRound, ({ actor, body }) => createRound(actor, body, deps));
  serve(app, api.readRound, ({ actor, params }) => readRound(actor, params, deps));
  serve(app, api.changeRound, ({ actor, params, body }) => changeRound(actor, { ...params, ...body }, deps));
  serve(app, api.openRound, ({ actor, params, body }) => openRound(actor, { ...params, ...body }, deps));
  serve(app, api.closeApplications, ({ actor, params, body }) =>
    closeApplications(actor, { ...params, ...body }, deps),
  );
  serve(app, api.closeScoring, ({ actor, params, body }) => closeScoring(actor, { ...params, ...body }, deps));
  serve(app, api.decideRound, ({ actor, params, body }) => decideRound(actor, { ...params, ...body }, deps));
  serve(app, api.publishRound, ({ actor, params, body }) => publishRound(actor, { ...params, ...body }, deps));
  serve(app, api.endRound, ({ actor, params, body }) => endRound(actor, { ...params, ...body }, deps));
  serve(app, api.noteObjection, ({ actor, params, body }) => noteObjection(actor, { ...params, ...body }, deps));
  serve(app, api.answerObjection, ({ actor, params, body }) => answerObjection(actor, { ...params, ...body }, deps));
  serve(app, api.exportRound, async ({ actor, params, query, reply }) =>
    sendSelection(reply, await roundToExport(actor, { ...params, ...query }, deps), query),
  );
}

function entryRoutes(app: FastifyInstance, deps: SelectionDeps): void {
  const api = selectionApi;
  serve(app, api.readProspects, ({ actor, params }) => readProspects(actor, params, deps));
  serve(app, api.apply, ({ actor, params, body }) => applyFor(actor, { ...params, ...body }, deps));
  serve(app, api.changeEntry, ({ actor, params, body }) => changeEntry(actor, { ...params, ...body }, deps));
  serve(app, api.withdrawEntry, ({ actor, params, body }) => withdrawEntry(actor, { ...params, ...body }, deps));
  serve(app, api.turnAway, ({ actor, params, body }) => turnAway(actor, { ...params, ...body }, deps));
  serve(app, api.addFile, ({ actor, params, request }) =>
    withUpload(request, (file) => addFile(actor, { ...params, ...file }, deps)),
  );
  serve(app, api.readFile, async ({ actor, params, reply }) => asFile(reply, await readFile(actor, params, deps)));
  serve(app, api.removeFile, ({ actor, params }) => removeFile(actor, params, deps));
}

function expertRoutes(app: FastifyInstance, deps: SelectionDeps): void {
  const api = selectionApi;
  serve(app, api.listCandidates, ({ actor }) => listCandidates(actor, deps));
  serve(app, api.addExpert, ({ actor, params, body }) => addExpert(actor, { ...params, ...body }, deps));
  serve(app, api.removeExpert, ({ actor, params, body }) => removeExpert(actor, { ...params, ...body }, deps));
  serve(app, api.noteConflict, ({ actor, params, body }) => noteConflict(actor, { ...params, ...body }, deps));
  serve(app, api.askAgain, ({ actor, params }) => askAgain(actor, params, deps));
  serve(app, api.listSheets, ({ actor }) => listSheets(actor, deps));
  serve(app, api.saveSheet, ({ actor, params, body }) => saveSheet(actor, { ...params, ...body }, deps));
  serve(app, api.recuse, ({ actor, params, body }) => recuse(actor, { ...params, ...body }, deps));
  serve(app, api.readSheetFile, async ({ actor, params, reply }) =>
    asFile(reply, await readSheetFile(actor, params, deps)),
  );
}

function removalRoutes(app: FastifyInstance, deps: SelectionDeps): void {
  const api = selectionApi;
  serve(app, api.reviewTitles, ({ actor, query }) => reviewTitles(actor, query, deps));
  serve(app, api.listRemovals, ({ actor }) => listRemovals(actor, deps));
  serve(app, api.noticeRemoval, ({ actor, body }) => noticeRemoval(actor, body, deps));
  serve(app, api.pleadRemoval, ({ actor, params, body }) => pleadRemoval(actor, { ...params, ...body }, deps));
  serve(app, api.keepTitle, ({ actor, params, body }) => keepTitle(actor, { ...params, ...body }, deps));
}

function asFile(
  reply: FastifyReply,
  { name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): Buffer {
  offer(reply, name);
  void reply.type(type).header('cache-control', 'private, max-age=86400, immutable');
  return bytes;
}
