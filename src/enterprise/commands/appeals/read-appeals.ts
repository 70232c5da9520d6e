import { mostExported } from '../../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { AppealBox, EnterpriseAppealJson, EnterpriseAppealRowJson } from '../../contract.ts';
import { isOverdue, mayStep } from '../../domain/index.ts';
import {
  type AppealSearch,
  listAppealIds,
  listAppealRows,
  listedAppeals,
  readAppealRow,
  readAppealSteps,
  type StoredAppeal,
} from '../../store.ts';
import { type EnterpriseDeps, today } from '../deps.ts';
import { reaches } from '../lock.ts';

export type AppealsAsked = Pick<AppealSearch, 'words' | 'filter' | 'sort'> & {
  readonly box?: AppealBox | undefined;
  readonly enterpriseId?: string | undefined;
};

const searchOf = (asked: AppealsAsked, deps: EnterpriseDeps): AppealSearch => ({
  ...{ words: asked.words, filter: asked.filter, sort: asked.sort },
  ...{ box: asked.box ?? 'open', enterpriseId: asked.enterpriseId ?? null, on: today(deps) },
});

/** One page of what enterprises in sight ask for, and of what units in reach are to answer. */
export async function findAppeals(
  actor: Actor,
  asked: AppealsAsked,
  page: { readonly limit: number; readonly offset: number },
  deps: EnterpriseDeps,
): Promise<{ rows: EnterpriseAppealRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'enterprise.read');
  const { appeals, ...count } = await listAppealRows(deps.db, searchOf(asked, deps), actor, page);
  return { rows: appeals.map((row) => rowJson(row, deps)), ...count };
}

/** The same for a file: ids in order, and rows in batches. */
export async function appealsToExport(
  actor: Actor,
  asked: AppealsAsked & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: EnterpriseDeps,
) {
  permit(actor, 'enterprise.read');
  const found = await listAppealIds(deps.db, searchOf(asked, deps), actor, mostExported + 1);
  const [wanted, without] = [asked.ids === null ? null : new Set(asked.ids), new Set(asked.except)];
  if (wanted === null && found.length > mostExported)
    throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: async (some: readonly string[]): Promise<EnterpriseAppealRowJson[]> =>
      (await listedAppeals(deps.db, some, actor)).map((row) => rowJson(row, deps)),
  };
}

const rowJson = (row: StoredAppeal, deps: EnterpriseDeps): EnterpriseAppealRowJson => ({
  ...{ id: row.id, revision: row.revision, kind: row.kind, title: row.title, urgent: row.urgent, state: row.state },
  enterprise: { id: row.enterprise_id, name: row.enterprise_name },
  region: { id: row.region_id ?? '', name: row.region_name },
  unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? row.unit_id },
  ...{ dueOn: row.due_on, overdue: isOverdue({ state: row.state, dueOn: row.due_on }, today(deps)) },
  ...{ answer: row.answer, satisfied: row.satisfied, reopened: row.reopened, raisedAt: row.raised_at },
});

/** One appeal with everything that was done with it. */
export async function readAppeal(actor: Actor, appealId: string, deps: EnterpriseDeps): Promise<EnterpriseAppealJson> {
  permit(actor, 'enterprise.read');
  const row = await readAppealRow(deps.db, actor, appealId);
  if (row === undefined)
    throw new RefusalError({ code: 'enterprise-appeal-unknown', field: 'appealId', given: appealId });
  const steps = await readAppealSteps(deps.db, row.id);
  return {
    ...rowJson(row, deps),
    ...{ words: row.words, byItself: row.by_itself, raisedBy: row.raised_by, taskId: row.task_id },
    ...{ answeredAt: row.answered_at, answeredBy: row.answered_by, judgedWords: row.judged_words },
    steps: steps.map(({ unit_name, due_on, by_name, ...step }) => ({
      ...{ ...step, unitName: unit_name, dueOn: due_on, by: by_name },
    })),
    may: mayOf(actor, row),
  };
}

/** Whether the appeal is one of the actor's own enterprise. */
export const isOwnAppeal = (actor: Actor, row: StoredAppeal): boolean =>
  row.own_unit_id !== null && row.own_unit_id === actor.post?.unitId;

export const reachesEnterprise = (actor: Actor, row: StoredAppeal): boolean =>
  row.region_id !== null &&
  reaches(actor, { regionId: row.region_id, parkId: row.park_id, unitId: row.own_unit_id, chainId: row.chain_id });

/** Whether the actor may answer for the unit that was asked: as one of its people, or as the office over the enterprise. */
export const answersFor = (actor: Actor, row: StoredAppeal): boolean =>
  (row.unit_id !== null && actor.reach.units.has(row.unit_id)) ||
  (actor.permissions.has('enterprise.review') && reachesEnterprise(actor, row));

function mayOf(actor: Actor, row: StoredAppeal): EnterpriseAppealJson['may'] {
  const { permissions } = actor;
  const [mine, own] = [reachesEnterprise(actor, row), isOwnAppeal(actor, row)];
  const sends = mine && permissions.has('enterprise.review');
  const notes = mine && permissions.has('enterprise.keep') && row.own_unit_id === null;
  return {
    send: sends && mayStep('send', row.state),
    task: sends && permissions.has('task.instruct') && row.task_id === null && mayStep('task', row.state),
    answer: permissions.has('enterprise.keep') && answersFor(actor, row) && mayStep('answer', row.state),
    judge:
      mayStep('judge', row.state) &&
      ((own && permissions.has('enterprise.ask')) || (notes && row.answered_by_id !== actor.id)),
    withdraw: own && permissions.has('enterprise.ask') && mayStep('withdraw', row.state),
    file: mine,
  };
}
