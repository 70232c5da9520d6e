import { RefusalError } from '../../src/kernel/index.ts';
import { type PlanDetailJson, planApi } from '../../src/plan/contract.ts';
import type { LocalApi } from './local-api.ts';

const ID = /^[0-9a-hjkmnp-tv-z]{10}$/u;
const SHOWN = 5;

/** The plan that a person means: by its id, or by words that occur in the title, number or issuer of only one. */
export async function findPlan(api: LocalApi, meant: string): Promise<PlanDetailJson> {
  const read = (planId: string) => api.call(planApi.readPlan, { params: { planId } });
  if (ID.test(meant)) return read(meant);
  const { total, plans } = await api.call(planApi.listPlans, { query: { text: meant.slice(0, 100), pageSize: SHOWN } });
  const [only] = plans;
  if (only === undefined) throw new RefusalError({ code: 'plan-not-found', given: meant });
  if (total > 1) {
    const some = plans.map((plan) => `${plan.id} ${plan.title ?? plan.fileName}`).join('；');
    throw new RefusalError({ code: 'plan-ambiguous', given: total, field: meant, limit: some });
  }
  return read(only.id);
}
