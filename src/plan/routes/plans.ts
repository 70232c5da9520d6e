import type { FastifyInstance } from 'fastify';
import { listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { assignPlan } from '../commands/assign-plan.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { diffEditions, findPlans, readEdition, readPlanDetail, readPlanHistory } from '../commands/read-plan.ts';
import { setParents } from '../commands/set-parents.ts';
import { planApi, planFields } from '../contract.ts';
import { detailAnswer, diffAnswer, editionAnswer, historyAnswer } from './answers.ts';

/** Lists, plans, editions, history and comparison; the plans above a plan. */
export function planRoutes(app: FastifyInstance, deps: PlanDeps): void {
  serve(app, planApi.listPlans, async ({ actor, query }) => {
    const { page, pageSize, ...search } = listRequest(planFields, query);
    const { status } = query;
    const filter = status === undefined ? search.filter : { ...search.filter, status: { in: [status] } };
    return { ...(await findPlans(actor, { ...search, filter, page, pageSize }, deps)), page, pageSize };
  });
  serve(app, planApi.readPlan, async ({ actor, params }) =>
    detailAnswer(await readPlanDetail(actor, params.planId, deps)),
  );
  serve(app, planApi.readHistory, async ({ actor, params, query }) => {
    const { total, steps } = await readPlanHistory(actor, params.planId, query, deps);
    return { total, entries: steps.map(historyAnswer) };
  });
  serve(app, planApi.readEdition, async ({ actor, params }) => {
    const { edition, text } = await readEdition(actor, params.planId, params.number, deps);
    return editionAnswer(edition, text);
  });
  serve(app, planApi.diffEditions, async ({ actor, params, query }) => {
    const to = query.to ?? null;
    const diff = await diffEditions(actor, params.planId, query.from, to ?? 'draft', deps);
    return diffAnswer(params.planId, query.from, to, diff);
  });
  serve(app, planApi.setParents, async ({ actor, params, body }) => {
    await setParents(actor, { ...params, ...body }, deps);
    return detailAnswer(await readPlanDetail(actor, params.planId, deps));
  });
  serve(app, planApi.assignPlan, async ({ actor, params, body }) => {
    await assignPlan(actor, { ...params, ...body }, deps);
    return detailAnswer(await readPlanDetail(actor, params.planId, deps));
  });
}
