import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { loadPlan } from '../commands/load.ts';
import { diffEditions, readEdition, readPlanDetail } from '../commands/read-plan.ts';
import { setParents } from '../commands/set-parents.ts';
import { planApi } from '../contract.ts';
import { listPlans, readHistory } from '../store.ts';
import { detailAnswer, diffAnswer, editionAnswer, historyAnswer } from './answers.ts';

/** Lists, plans, editions, history and comparison; the plans above a plan. */
export function planRoutes(app: FastifyInstance, deps: PlanDeps): void {
  serve(app, planApi.listPlans, async ({ query }) => {
    const { page = 1, pageSize = 20, status, text } = query;
    const { total, plans } = await listPlans(deps.db, { status, text }, pageSize, (page - 1) * pageSize);
    return { total, page, pageSize, plans };
  });
  serve(app, planApi.readPlan, async ({ params }) => detailAnswer(await readPlanDetail(params.planId, deps)));
  serve(app, planApi.readHistory, async ({ params, query }) => {
    await loadPlan(deps.db, params.planId);
    const { total, steps } = await readHistory(deps.db, params.planId, query.after ?? 0, query.limit ?? 100);
    return { total, entries: steps.map(historyAnswer) };
  });
  serve(app, planApi.readEdition, async ({ params }) => {
    const { edition, text } = await readEdition(params.planId, params.number, deps);
    return editionAnswer(edition, text);
  });
  serve(app, planApi.diffEditions, async ({ params, query }) => {
    const to = query.to ?? null;
    const diff = await diffEditions(params.planId, query.from, to ?? 'draft', deps);
    return diffAnswer(params.planId, query.from, to, diff);
  });
  serve(app, planApi.setParents, async ({ actor, params, body }) => {
    await setParents(actor, { ...params, ...body }, deps);
    return detailAnswer(await readPlanDetail(params.planId, deps));
  });
}
