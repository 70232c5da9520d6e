import { systemActor } from '../../../access/index.ts';
import { addDays, type Day } from '../../../kernel/index.ts';
import { closeWork, openWork } from '../../../work/index.ts';
import { promiseSideNames, promiseStateNames } from '../../domain/index.ts';
import { type EnterpriseDb, promisesToLook, putPromiseLook, type StoredPromise } from '../../store.ts';
import { type EnterpriseDeps, today } from '../deps.ts';
import { originOf } from './keep-promises.ts';
import { standingOf } from './list-promises.ts';

/** The unit is asked for the outcome so many days before the day. */
export const asksBeforeDays = 15;

/**
 * Looks at promises that are about to be due or over, once a day each: the unit is asked for those that nobody has decided, and no
 * longer for those of which the register has told since. Gives how many were looked at. Ask as the system.
 */
export async function watchPromises(deps: EnterpriseDeps): Promise<number> {
  const day = today(deps);
  return deps.db.transaction().execute(async (db) => {
    const rows = await promisesToLook(db, day, addDays(day, asksBeforeDays));
    for (const row of rows) await look(db, row, day, deps);
    return rows.length;
  });
}

async function look(db: EnterpriseDb, row: StoredPromise, day: Day, deps: EnterpriseDeps): Promise<void> {
  const { state } = standingOf(row, day);
  const asks = (state === 'open' || state === 'late') && row.merged_into === null;
  if (asks && !row.is_asked)
    await openWork(db, deps, systemActor, {
      ...{ kind: 'handle', title: `${promiseSideNames[row.side]}到期：${row.enterprise_name}` },
      detail: `${row.words}。${row.due_on} 到期，请写结果和依据。`,
      ...{ link: `/enterprises/promises?promiseId=${row.id}`, origin: originOf(row.id), basis: row.source },
      place: { regionId: row.region_id, unitId: row.own_unit_id, chainId: row.chain_id },
      assignee: { kind: 'unit', id: row.unit_id, name: row.unit_name ?? row.unit_id },
      dueOn: row.due_on,
    });
  if (!asks && row.is_asked) {
    const outcome = `档案里的数已经说明：${promiseStateNames[state]}`;
    await closeWork(db, deps, systemActor, { origin: originOf(row.id), outcome, state: 'withdrawn' });
  }
  await putPromiseLook(db, row.id, day, asks);
}
