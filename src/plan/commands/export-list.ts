import { mostExported } from '../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type ListedPlan, listPlanIds, type PlanSearch, readPlanRows } from '../store.ts';
import type { PlanDeps } from './deps.ts';

export interface ExportList extends PlanSearch {
  /** Only these, if any are named. */
  readonly ids: readonly string[] | null;
  readonly except: readonly string[];
}

/** The plans of a list that somebody takes away: which in which order, and some of them at a time. */
export interface PlansToExport {
  readonly ids: readonly string[];
  readonly read: (ids: readonly string[]) => Promise<readonly ListedPlan[]>;
}

/** Finds them within the actor's reach. Refuses (`list-too-long`) more than one sheet can hold with reason. */
export async function plansToExport(
  actor: Actor,
  { ids, except, ...search }: ExportList,
  deps: PlanDeps,
): Promise<PlansToExport> {
  permit(actor, 'plan.export');
  const found = await listPlanIds(deps.db, search, actor.reach, mostExported + 1);
  if (found.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const wanted = ids === null ? null : new Set(ids);
  const without = new Set(except);
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: (some) => readPlanRows(deps.db, some, actor.reach),
  };
}
