import { asSystem } from '../../../../platform/db/index.ts';
import { idsToCompare, importToCompare, putCompared } from '../../store.ts';
import type { EnterpriseDeps } from '../deps.ts';
import { findPairs } from './find.ts';

/** Well below a second of work. */
const comparedAtOnce = 40;

/**
 * Compares some more enterprises of long lists that were brought in with all others; gives how many, 0: all are compared. Where it
 * is cut short, the same ones are compared again.
 */
export async function compareSome(deps: Pick<EnterpriseDeps, 'db' | 'clock' | 'newId'>): Promise<number> {
  return asSystem(async () => {
    const list = await importToCompare(deps.db);
    if (list === undefined) return 0;
    const ids = await idsToCompare(deps.db, list, comparedAtOnce);
    await findPairs(ids, deps);
    await putCompared(deps.db, list.id, ids.at(-1) ?? null);
    return Math.max(1, ids.length);
  });
}
