import { type Actor, permit } from '../../../access/index.ts';
import type { TaskPlanListJson } from '../../contract.ts';
import { type PublishedPlan, readPlanProgress, readPublishedPlans } from '../../store/origin/plans.ts';
import { readPlaceNames } from '../../store/origin/units.ts';
import type { TaskDeps } from '../deps.ts';
import { loadPlan, mayMake, stateOfItem } from './plan.ts';

const most = 10_000;

/** The published plans in reach that have tasks, with how many of them became tasks and what newer editions say otherwise. */
export async function listTaskPlans(
  actor: Actor,
  asked: { readonly page: number; readonly pageSize: number; readonly text: string | null },
  deps: TaskDeps,
): Promise<TaskPlanListJson> {
  permit(actor, 'task.read');
  permit(actor, 'plan.read');
  const { page, pageSize, text } = asked;
  const offset = (page - 1) * pageSize;
  const { plans, total } = await readPublishedPlans(deps.db, actor.reach, {
    text,
    limit: pageSize,
    offset,
    most: most + 1,
  });
  const progress = await readPlanProgress(
    deps.db,
    plans.map(({ planId }) => planId),
  );
  const names = await readPlaceNames(
    deps.db,
    plans.map(({ regionId }) => regionId),
    plans.map(({ chainId }) => chainId),
  );
  const rows: TaskPlanListJson['plans'] = [];
  for (const plan of plans) {
    const { made = 0, sent = 0, done = 0, leftOut = 0, oldest = null } = progress.get(plan.planId) ?? {};
    const { planId, title, docNumber, edition, items } = plan;
    // Only where tasks stand on an older edition do the two have to be read.
    const news =
      oldest !== null && oldest < edition
        ? await readNews(actor, plan, deps)
        : { fresh: Math.max(0, items - made - leftOut), changed: 0, gone: 0 };
    rows.push({
      ...{ planId, title, docNumber, edition, items, made, sent, done, leftOut, ...news },
      regionName: names.get(`region ${plan.regionId}`) ?? null,
      chainName: names.get(`chain ${plan.chainId}`) ?? null,
      may: mayMake(actor, plan),
    });
  }
  return { plans: rows, total: Math.min(total, most), capped: total > most, page, pageSize };
}

async function readNews(
  actor: Actor,
  { planId }: PublishedPlan,
  deps: TaskDeps,
): Promise<{ fresh: number; changed: number; gone: number }> {
  const { items } = await loadPlan(actor, planId, undefined, deps);
  const states = items.map((item) => ({ state: stateOfItem(item), open: item.changes.length > 0 }));
  return {
    fresh: states.filter(({ state }) => state === 'ready' || state === 'open').length,
    changed: states.filter(({ state, open }) => state === 'made' && open).length,
    gone: states.filter(({ state, open }) => state === 'gone' && open).length,
  };
}
