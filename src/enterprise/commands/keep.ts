import { systemActor } from '../../access/index.ts';
import { closeWork, type NamedParty, openWork, type WorkOrigin } from '../../work/index.ts';
import {
  blockToLook,
  type EndingTitle,
  type EnterpriseDb,
  endingTitles,
  putLook,
  settledTitles,
  settleRows,
} from '../store.ts';
import { type EnterpriseDeps, today } from './deps.ts';

/** A review of a title takes months; whoever follows is told in time. */
export const endsSoonDays = 90;

const originOf = (titleId: string): WorkOrigin => ({ slice: 'enterprise', kind: 'title', id: titleId });

/**
 * Brings some enterprises up to the present day: titles that ended, tags that hold by now; and asks for titles that soon end.
 * Gives how many blocks were looked at; 0: all are of today. Ask as the system.
 */
export async function keepEnterprises(deps: EnterpriseDeps): Promise<number> {
  const day = today(deps);
  const block = await blockToLook(deps.db, day);
  if (block === undefined) return 0;
  await deps.db.transaction().execute(async (db) => {
    await settleRows(db, { block }, day, deps.tags);
    for (const title of await endingTitles(db, block, day, endsSoonDays)) await askWork(db, deps, title);
    if (block === 0)
      for (const { id, outcome } of await settledTitles(db, day))
        await closeWork(db, deps, systemActor, { origin: originOf(id), outcome, state: 'withdrawn' });
    await putLook(db, block, day);
  });
  return 1;
}

/** Asks those who keep the enterprises of its place, and the enterprise itself where it has people here. */
async function askWork(db: EnterpriseDb, deps: EnterpriseDeps, title: EndingTitle): Promise<void> {
  const name = deps.titles.find(({ id }) => id === title.kind)?.name ?? title.kind;
  const { regionId, unitId, chainId } = title;
  const keepers: NamedParty = { kind: 'holders', id: 'enterprise.keep', name: '管企业档案的岗位' };
  const own: NamedParty[] = unitId === null ? [] : [{ kind: 'unit', id: unitId, name: title.unitName ?? unitId }];
  for (const assignee of [keepers, ...own])
    await openWork(db, deps, systemActor, {
      ...{ kind: 'handle', title: `称号将到期：${title.enterpriseName} ${name}` },
      detail: `${name}到 ${title.endsOn} 不再有效。要保持的，请在这以前复核或者重新申报。`,
      ...{ link: `/enterprises/${title.enterpriseId}`, origin: originOf(title.id) },
      ...{ place: { regionId, unitId, chainId }, assignee, dueOn: title.endsOn },
    });
}
