import { refuseUnfinished } from '../store.ts';
import type { PlanDeps } from './deps.ts';

const longestImportMs = 15 * 60_000;

/**
 * Ends, as refused, the imports that a server left unfinished when it was stopped: nothing of them was saved. With
 * other servers on the same database (`alone` false), only those that no server can still be working on.
 */
export async function closeUnfinishedImports(deps: PlanDeps, alone: boolean): Promise<void> {
  const now = deps.clock.now();
  const before = alone ? now : new Date(Date.parse(now) - longestImportMs).toISOString();
  await refuseUnfinished(deps.db, before, now, { code: 'import-interrupted' });
}
