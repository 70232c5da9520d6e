import { type Actor, permit } from '../../../access/index.ts';
import { type Day, RefusalError } from '../../../kernel/index.ts';
import type { EnterprisePromiseJson, EnterprisePromisesJson, PromiseBox } from '../../contract.ts';
import { type PromiseStanding, promiseStanding } from '../../domain/index.ts';
import { listPromiseRows, readPromiseRow, type StoredPromise } from '../../store.ts';
import { type EnterpriseDeps, today } from '../deps.ts';
import { mayWith } from '../json.ts';
import { reaches } from '../lock.ts';
import { seenEnterprise } from '../read-enterprise.ts';

export interface PromisesAsked {
  readonly box?: PromiseBox | undefined;
  readonly enterpriseId?: string | undefined;
  readonly promiseId?: string | undefined;
  readonly on?: Day | undefined;
}

/** Promises in sight as they stood on a day: those of an enterprise in reach, and those that a unit in reach has to do with. */
export async function listPromises(
  actor: Actor,
  asked: PromisesAsked,
  page: { readonly limit: number; readonly offset: number },
  deps: EnterpriseDeps,
): Promise<EnterprisePromisesJson> {
  permit(actor, 'enterprise.read');
  const { box = 'open', enterpriseId = null, promiseId = null } = asked;
  const now = today(deps);
  const on = asked.on === undefined || asked.on > now ? now : asked.on;
  const row = enterpriseId === null ? null : await seenEnterprise(actor, enterpriseId, deps);
  const which = { decided: box === 'all' ? null : box === 'done', overdue: box === 'late' };
  const { rows, total } = await listPromiseRows(deps.db, actor, { enterpriseId, promiseId, on, ...which }, page);
  return {
    ...{ on, total, promises: rows.map((each) => promiseJson(actor, each, on, now)) },
    mayKeep: row !== null && on === now && mayWith(actor, row, 'enterprise.keep'),
  };
}

/** One promise as it stands today. */
export async function readPromise(
  actor: Actor,
  promiseId: string,
  deps: EnterpriseDeps,
): Promise<EnterprisePromiseJson> {
  permit(actor, 'enterprise.read');
  const now = today(deps);
  const row = await readPromiseRow(deps.db, actor, promiseId, now);
  if (row === undefined)
    throw new RefusalError({ code: 'enterprise-promise-unknown', field: 'promiseId', given: promiseId });
  return promiseJson(actor, row, now, now);
}

export const standingOf = (row: StoredPromise, on: Day): PromiseStanding =>
  promiseStanding(
    {
      ...{ kind: row.kind, dueOn: row.due_on, amount: row.amount },
      ...{ outcome: row.outcome, outcomeOn: row.outcome_on },
    },
    row.measured,
    on,
  );

/** Whether the enterprise of a promise is in the actor's reach, and not only the unit. */
export const reachesEnterprise = (actor: Actor, row: StoredPromise): boolean =>
  row.region_id !== null &&
  row.merged_into === null &&
  reaches(actor, { regionId: row.region_id, parkId: row.park_id, unitId: row.own_unit_id, chainId: row.chain_id });

function promiseJson(actor: Actor, row: StoredPromise, on: Day, now: Day): EnterprisePromiseJson {
  const { state, by } = standingOf(row, on);
  const isSaid = row.outcome !== null && by === 'person';
  const mayKeep = on === now && actor.permissions.has('enterprise.keep');
  const mine = reachesEnterprise(actor, row);
  return {
    ...{ id: row.id, revision: row.revision, side: row.side, kind: row.kind, words: row.words },
    ...{ signedOn: row.signed_on, dueOn: row.due_on, amount: row.amount, year: row.year, source: row.source },
    enterprise: { id: row.enterprise_id, name: row.enterprise_name },
    unit: { id: row.unit_id, name: row.unit_name ?? row.unit_id },
    ...{ state, stateBy: by, measured: row.measured },
    ...{ outcomeOn: isSaid ? row.outcome_on : null, outcomeWords: isSaid ? row.outcome_words : null },
    outcomeAmount: isSaid ? row.outcome_amount : null,
    ...{ at: row.at, by: row.by_name },
    may: {
      keep: mayKeep && mine,
      settle: mayKeep && (mine || actor.reach.units.has(row.unit_id)),
      file: mine,
    },
  };
}
