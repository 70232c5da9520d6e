import { ApiRefused } from '../../platform/http/client.ts';
import { targetApi } from '../../src/indicator/contract.ts';
import { planApi } from '../../src/plan/contract.ts';
import type { Asker } from './ask-app.ts';

/**
 * Loads what the demo's published plans set as targets, as far as it is plain without a person; what somebody has to decide
 * stays to be decided. Does nothing when there are targets already. Gives how many there are then.
 */
export async function loadDemoTargets(offices: Iterable<Asker>): Promise<number> {
  const [first] = offices;
  if (first === undefined) return 0;
  const count = async (): Promise<number> =>
    (await first.call(targetApi.listTargets, { query: { pageSize: 1 } })).total;
  if ((await count()) > 0) return 0;
  for (const office of offices) {
    const { plans } = await office.call(planApi.listPlans, { query: { pageSize: 200 } });
    for (const { id, status } of plans) if (status === 'published') await load(office, id);
  }
  return count();
}

async function load(office: Asker, planId: string): Promise<void> {
  const params = { planId };
  try {
    const { edition, revision, counts, loadedAt } = await office.call(targetApi.readLoading, { params, query: {} });
    if (counts.ready === 0 || loadedAt !== null) return;
    await office.call(targetApi.loadTargets, { params, body: { edition, revision } });
  } catch (cause) {
    // Plans of other regions are not this office's to load.
    if (!(cause instanceof ApiRefused)) throw cause;
  }
}
