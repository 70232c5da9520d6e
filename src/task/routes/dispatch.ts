import type { FastifyInstance } from 'fastify';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { pageOf, rowsSender } from '../../../platform/http/send-rows.ts';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { say } from '../../../platform/messages/index.ts';
import type { TaskDeps } from '../commands/deps.ts';
import { freeze } from '../commands/dispatch/freeze.ts';
import { makeCycle, proposedCycles } from '../commands/dispatch/plan-cycles.ts';
import { cycleList, rollList, showCycle, withWaiting } from '../commands/dispatch/read-cycles.ts';
import { lineList, rankingList, showSnapshot, snapshotFile } from '../commands/dispatch/read-snapshot.ts';
import { changeDays, closeByHand, openByHand, remindByHand } from '../commands/dispatch/run-cycle.ts';
import { changeSettings, readSettings } from '../commands/dispatch/settings.ts';
import { chiefsOf, letterList, pressMany, proposalList } from '../commands/dispatch/urging.ts';
import { verifyCycle } from '../commands/dispatch/verify.ts';
import { dispatchApi, dispatchFields, dispatchLabels } from '../contract.ts';

const send = {
  cycle: rowsSender(dispatchLabels.cycle),
  roll: rowsSender(dispatchLabels.roll),
  rank: rowsSender(dispatchLabels.rank),
  line: rowsSender(dispatchLabels.line),
  proposal: rowsSender(dispatchLabels.proposal),
  letter: rowsSender(dispatchLabels.letter),
};

/** Dispatches: cycles, what is frozen, urging, and their settings. */
export function dispatchRoutes(app: FastifyInstance, deps: TaskDeps): void {
  cycleRoutes(app, deps);
  snapshotRoutes(app, deps);
  urgingRoutes(app, deps);
  serve(app, dispatchApi.readDispatchSettings, ({ actor, query }) => readSettings(actor, query, deps));
  serve(app, dispatchApi.changeDispatchSettings, async ({ actor, body }) => {
    await changeSettings(actor, body, deps);
    return readSettings(actor, { regionId: body.regionId }, deps);
  });
}

function cycleRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, dispatchApi.listCycles, async ({ actor, query }) => pageOf(await cycleList(actor, deps), query));
  serve(app, dispatchApi.exportCycles, async ({ actor, query, reply }) => {
    const list = await cycleList(actor, deps);
    return send.cycle(reply, '各轮调度', query.format, list, exportRequest(dispatchFields.cycle, query));
  });
  serve(app, dispatchApi.proposeCycles, ({ actor, query }) => proposedCycles(actor, query, say, deps));
  serve(app, dispatchApi.makeCycle, async ({ actor, body }) =>
    showCycle(actor, await makeCycle(actor, body, deps), deps),
  );
  serve(app, dispatchApi.readCycle, ({ actor, params }) => showCycle(actor, params.cycleId, deps));
  serve(app, dispatchApi.listRoll, async ({ actor, params, query }) => {
    const page = pageOf(await rollList(actor, params.cycleId, deps), query);
    return { ...page, rows: await withWaiting(actor, { rows: page.rows, cycleId: params.cycleId }, deps) };
  });
  serve(app, dispatchApi.exportRoll, async ({ actor, params, query, reply }) => {
    const list = await rollList(actor, params.cycleId, deps);
    return send.roll(reply, '报送情况', query.format, list, exportRequest(dispatchFields.roll, query));
  });
  serve(app, dispatchApi.changeCycleDays, async ({ actor, params, body }) => {
    await changeDays(actor, { ...params, ...body }, deps);
    return showCycle(actor, params.cycleId, deps);
  });
  serve(app, dispatchApi.openCycle, async ({ actor, params, body }) => {
    await openByHand(actor, { ...params, ...body }, deps);
    return showCycle(actor, params.cycleId, deps);
  });
  serve(app, dispatchApi.remindCycle, async ({ actor, params, body }) => {
    await remindByHand(actor, { ...params, ...body }, deps);
    return showCycle(actor, params.cycleId, deps);
  });
  serve(app, dispatchApi.closeCycle, async ({ actor, params, body }) => {
    await closeByHand(actor, { ...params, ...body }, deps);
    return showCycle(actor, params.cycleId, deps);
  });
  serve(app, dispatchApi.freezeCycle, async ({ actor, params, body }) => {
    await freeze(actor, { ...params, ...body }, deps);
    return showCycle(actor, params.cycleId, deps);
  });
}

function snapshotRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, dispatchApi.readSnapshot, ({ actor, params }) => showSnapshot(actor, params.cycleId, deps));
  serve(app, dispatchApi.readSnapshotText, async ({ actor, params, reply }) => {
    const { name, text } = await snapshotFile(actor, params.cycleId, deps);
    offer(reply, name);
    return reply.type('application/json; charset=utf-8').send(text);
  });
  serve(app, dispatchApi.listRanking, async ({ actor, params, query }) =>
    pageOf(await rankingList(actor, params.cycleId, deps), query),
  );
  serve(app, dispatchApi.exportRanking, async ({ actor, params, query, reply }) => {
    const list = await rankingList(actor, params.cycleId, deps);
    return send.rank(reply, '名次表', query.format, list, exportRequest(dispatchFields.rank, query));
  });
  serve(app, dispatchApi.listLines, async ({ actor, params, query }) =>
    pageOf(await lineList(actor, { ...params, unitId: query.unitId }, deps), query),
  );
  serve(app, dispatchApi.exportLines, async ({ actor, params, query, reply }) => {
    const list = await lineList(actor, { ...params, unitId: query.unitId }, deps);
    return send.line(reply, '各项责任', query.format, list, exportRequest(dispatchFields.line, query));
  });
  serve(app, dispatchApi.verifyCycle, ({ actor, params }) => verifyCycle(actor, params.cycleId, deps));
}

function urgingRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, dispatchApi.listProposals, async ({ actor, query }) => {
    const list = await proposalList(actor, deps);
    return { ...pageOf(list, query), why: [...list.why] };
  });
  serve(app, dispatchApi.exportProposals, async ({ actor, query, reply }) => {
    const list = await proposalList(actor, deps);
    return send.proposal(reply, '该催办的', query.format, list, exportRequest(dispatchFields.proposal, query));
  });
  serve(app, dispatchApi.pressDuties, ({ actor, body }) => pressMany(actor, body, deps));
  serve(app, dispatchApi.findDispatchChiefs, async ({ actor, query }) => ({
    chiefs: await chiefsOf(
      actor,
      query.taskIds.split(',').filter((id) => id !== ''),
      deps,
    ),
  }));
  serve(app, dispatchApi.listLetters, async ({ actor, query }) => pageOf(await letterList(actor, deps), query));
  serve(app, dispatchApi.exportLetters, async ({ actor, query, reply }) => {
    const list = await letterList(actor, deps);
    return send.letter(reply, '督办函', query.format, list, exportRequest(dispatchFields.letter, query));
  });
}
