import { useQueryClient } from '@tanstack/react-query';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { fromPlanApi, type MakeTaskJson, type PlannedItemJson, type PlanTasksJson, tasksApi } from '../../contract.ts';

/** What can be done with the items of a plan; each puts the plan as it stands afterwards in its place. */
export interface ItemActions {
  make(item: PlannedItemJson, content: Omit<MakeTaskJson, 'edition'>): Promise<void>;
  makeReady(send: boolean): Promise<void>;
  leave(item: PlannedItemJson, reason: string | null): Promise<void>;
  follow(item: PlannedItemJson, reason: string): Promise<void>;
  keep(item: PlannedItemJson, reason: string): Promise<void>;
  decide(name: string, unitIds: string[] | null): Promise<void>;
}

export function useItemActions({ planId, edition }: Pick<PlanTasksJson, 'planId' | 'edition'>): ItemActions {
  const client = useQueryClient();
  const params = { planId };
  const put = (plan: PlanTasksJson): void =>
    void client.setQueryData(keyOf(fromPlanApi.readTaskPlan, params, {}), plan);
  const stale = async (): Promise<void> => {
    for (const endpoint of [
      fromPlanApi.readTaskPlan,
      fromPlanApi.listTaskPlans,
      tasksApi.listTasks,
      tasksApi.countTasks,
    ])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const at = ({ itemId }: PlannedItemJson) => ({ planId, itemId });
  return {
    make: async (item, content) => {
      await send(fromPlanApi.makeTask, { params: at(item), body: { edition, ...content } });
      notify(content.send ? '已立项并下达。' : '已立项，核对以后下达。');
      await stale();
    },
    makeReady: async (now) => {
      const { made, refused } = await send(fromPlanApi.makeTasks, { params, body: { edition, send: now } });
      notify(
        `已立项 ${made.length} 项${now ? '并下达' : ''}${refused.length > 0 ? `，${refused.length} 项没有立` : ''}。`,
      );
      await stale();
    },
    leave: async (item, reason) => {
      put(await send(fromPlanApi.leaveItem, { params: at(item), body: { edition, reason } }));
      notify(reason === null ? '已收回。' : '已注明不立项。');
    },
    follow: async (item, reason) => {
      const revision = item.task?.revision ?? 1;
      put(await send(fromPlanApi.applyEdition, { params: at(item), body: { edition, revision, reason } }));
      notify('已照新版改。');
    },
    keep: async (item, reason) => {
      put(await send(fromPlanApi.keepItem, { params: at(item), body: { edition, reason } }));
      notify('已注明不改。');
    },
    decide: async (name, unitIds) => {
      put(await send(fromPlanApi.decideNames, { params, body: { names: [{ name, unitIds }] } }));
      notify(unitIds === null ? '已收回。' : `“${name}”已定下。`);
    },
  };
}
