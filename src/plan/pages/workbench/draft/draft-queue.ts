import type { QueryClient } from '@tanstack/react-query';
import { keyOf, queryFor } from '../../../../../platform/web/api.ts';
import { type DraftChangedJson, type DraftJson, planApi } from '../../../contract.ts';
import { applyChanged } from './apply-changed.ts';
import { conflictOf, touches } from './edit-conflict.ts';

export const draftKey = (planId: string) => keyOf(planApi.readDraft, { planId });

/** Sends one change at the revision it is given. */
export type SendChange = (revision: number) => Promise<DraftChangedJson>;

export interface DraftQueue {
  /**
   * Sends changes one after another, each at the revision that the one before left. When somebody else was faster and
   * did not touch the same items, it is sent again at the new revision; else the refusal is thrown and the draft read
   * anew.
   */
  change(touched: readonly string[], send: SendChange): Promise<DraftChangedJson>;
}

/** After somebody else was faster: brings plan and draft up to date, so that the person can look and try again. */
export async function readAnewAfterConflict(client: QueryClient, planId: string, error: unknown): Promise<void> {
  if (conflictOf(error) === null) return;
  await client.invalidateQueries({ queryKey: draftKey(planId) });
  await client.invalidateQueries({ queryKey: keyOf(planApi.readPlan, { planId }) });
}

const queues = new Map<string, Promise<unknown>>();

export function draftQueue(client: QueryClient, planId: string): DraftQueue {
  const key = draftKey(planId);
  const revisionNow = (): number => client.getQueryData<DraftJson>(key)?.revision ?? 1;
  const readAnew = () => client.fetchQuery({ ...queryFor(planApi.readDraft, { params: { planId } }), staleTime: 0 });

  const attempt = async (touched: readonly string[], send: SendChange): Promise<DraftChangedJson> => {
    try {
      return await send(revisionNow());
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict === null) throw error;
      await readAnew();
      if (touches(conflict, touched)) throw error;
      return send(revisionNow());
    }
  };

  return {
    change(touched, send) {
      const before = queues.get(planId) ?? Promise.resolve();
      const work = before
        .catch(() => undefined)
        .then(() => attempt(touched, send))
        .then((changed) => {
          client.setQueryData<DraftJson>(key, (draft) => draft && applyChanged(draft, changed));
          for (const endpoint of [planApi.listPlans, planApi.readHistory, planApi.readPlan])
            void client.invalidateQueries({ queryKey: keyOf(endpoint), refetchType: 'none' });
          return changed;
        });
      queues.set(planId, work);
      return work;
    },
  };
}
