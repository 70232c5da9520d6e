import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import type { Actor } from '../../access/index.ts';
import { claimWork, releaseWork } from '../commands/claim-work.ts';
import type { WorkDeps } from '../commands/deps.ts';
import { finishWork, returnWork } from '../commands/finish-work.ts';
import { giveWork } from '../commands/give-work.ts';
import { countWork, exportWork, findParties, listWork, readWork } from '../commands/read-work.ts';
import { reassignWork } from '../commands/reassign-work.ts';
import { urgeWork, withdrawWork } from '../commands/urge-work.ts';
import { workApi, workFields } from '../contract.ts';
import { dayOf } from '../domain/index.ts';
import { cellOf, itemAnswer, rowAnswer } from './answers.ts';

/** What is to be done: lists, one item, and everything that can be done with it. */
export function itemRoutes(app: FastifyInstance, deps: WorkDeps): void {
  const today = (): string => dayOf(deps.clock.now());
  const whole = async (actor: Actor, id: string) => itemAnswer(await readWork(actor, id, deps), today());

  serve(app, workApi.listWork, async ({ actor, query }) => {
    const request = listRequest(workFields, query);
    const { rows, total, capped } = await listWork(actor, query, request, deps);
    const { page, pageSize } = request;
    return { rows: rows.map((item) => rowAnswer(item, today())), total, capped, page, pageSize };
  });
  serve(app, workApi.exportWork, async ({ actor, query, reply }) => {
    const request = exportRequest(workFields, query);
    const { ids, read } = await exportWork(actor, query, request, deps);
    const { columns } = request;
    const list = { name: '事项', format: query.format, fields: workFields, columns, ids, read, cellOf };
    return sendList(reply, { ...list, idOf: ({ id }) => id });
  });
  serve(app, workApi.readCounts, ({ actor }) => countWork(actor, deps));
  serve(app, workApi.listParties, async ({ actor, query }) => {
    const parties = await findParties(actor, query.text ?? '', query.limit ?? 20, deps);
    return { parties: parties.map(({ kind, id, name, detail }) => ({ kind, id, name, detail })) };
  });
  serve(app, workApi.giveWork, async ({ actor, body }) => ({ ids: await giveWork(actor, body, deps) }));
  serve(app, workApi.readWork, ({ actor, params }) => whole(actor, params.workId));

  serve(app, workApi.claimWork, async ({ actor, params, body }) => {
    await claimWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.releaseWork, async ({ actor, params, body }) => {
    await releaseWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.finishWork, async ({ actor, params, body }) => {
    await finishWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.returnWork, async ({ actor, params, body }) => {
    await returnWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.urgeWork, async ({ actor, params, body }) => {
    await urgeWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.withdrawWork, async ({ actor, params, body }) => {
    await withdrawWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
  serve(app, workApi.reassignWork, async ({ actor, params, body }) => {
    await reassignWork(actor, { ...params, ...body }, deps);
    return whole(actor, params.workId);
  });
}
