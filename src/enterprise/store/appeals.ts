import { type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Actor } from '../../access/index.ts';
import type { AppealBox } from '../contract/appeal-api.ts';
import { type AppealKind, type AppealState, type AppealStep, openAppealStates } from '../domain/appeal/index.ts';
import type { Db } from './db.ts';
import { type Doing, inSight } from './enterprise.ts';
import { regionNameAt, unitNameAt } from './names.ts';

/** In reach with its enterprise, or with the unit that answers. */
const inView = (actor: Actor) =>
  actor.reach.everything
    ? sql<SqlBool>`true`
    : sql<SqlBool>`((e.id is not null and ${inSight(actor, 'e')}) or a.unit_id = any (${[...actor.reach.units]}::text[]))`;

const named = (db: Db) =>
  db
    .selectFrom('enterprise_appeal as a')
    .leftJoin('enterprise as e', 'e.id', 'a.enterprise_id')
    .select([
      ...(['a.id', 'a.enterprise_id', 'a.revision', 'a.kind', 'a.title', 'a.words', 'a.urgent', 'a.state'] as const),
      ...(['a.unit_id', 'a.due_on', 'a.task_id', 'a.answer', 'a.answered_at', 'a.answered_by_id'] as const),
      ...(['a.answered_by', 'a.satisfied', 'a.judged_words', 'a.reopened', 'a.by_itself', 'a.raised_at'] as const),
      ...(['a.raised_by_id', 'a.raised_by'] as const),
      ...(['e.region_id', 'e.park_id', 'e.chain_id', 'e.unit_id as own_unit_id', 'e.merged_into'] as const),
      sql<string>`coalesce(e.name, a.enterprise_name)`.as('enterprise_name'),
      unitNameAt('a.unit_id').as('unit_name'),
      sql<string>`coalesce(${regionNameAt('e.region_id')}, '')`.as('region_name'),
    ]);
export type StoredAppeal = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number];

export interface AppealSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
  readonly box: AppealBox;
  readonly enterpriseId: string | null;
  /** The day by which it is late. */
  readonly on: string;
}

const at = (column: string) => sql.ref(`a.${column}`);
const yesNo = (condition: ReturnType<typeof sql>) => sql`case when ${condition} then 'yes' else 'no' end`;
const below = (column: string, closure: string, values: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} = any (array(select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[])))`;
const day = (column: string) => sql`(${at(column)} at time zone 'Asia/Shanghai')::date::text`;

const fieldsOn = (on: string): ListedFields => ({
  title: { at: at('title') },
  enterprise: { at: sql`coalesce(e.name, a.enterprise_name)` },
  region: { at: sql.ref('e.region_id'), among: (values) => below('e.region_id', 'region_closure', values) },
  kind: { at: at('kind') },
  urgent: { at: yesNo(sql`a.urgent`) },
  state: {
    at: at('state'),
    order: sql`array_position('{raised,sent,answered,closed,refused,withdrawn}', a.state)`,
  },
  unit: { at: at('unit_id'), nullable: true, among: (values) => below('a.unit_id', 'unit_closure', values) },
  dueOn: { at: at('due_on'), nullable: true },
  overdue: { at: yesNo(sql`a.state = 'sent' and a.due_on < ${on}::date`) },
  satisfied: { at: sql`case a.satisfied when true then 'yes' when false then 'no' end`, nullable: true },
  reopened: { at: at('reopened') },
  raisedAt: { at: day('raised_at'), order: at('raised_at') },
});

const found = (db: Db, { words, filter, box, enterpriseId, on }: AppealSearch, actor: Actor) =>
  named(db)
    .where(inView(actor))
    .$if(box !== 'all', (query) =>
      query.where(sql<SqlBool>`(a.state = any (${[...openAppealStates]}::text[])) = ${box === 'open'}`),
    )
    .$if(enterpriseId !== null, (query) => query.where('a.enterprise_id', '=', enterpriseId ?? ''))
    .where(
      matches({ words, filter }, fieldsOn(on), {
        lowered: sql`lower(a.title || ' ' || a.words || ' ' || coalesce(e.name, a.enterprise_name))`,
      }),
    );

/** What is urgent first, then what waits longest. */
const usual = [
  { key: 'urgent', descending: true },
  { key: 'raisedAt', descending: false },
];
const inOrder = ({ sort, on }: AppealSearch) => orderOf(sort.length === 0 ? usual : sort, fieldsOn(on), at('id'));

export async function listAppealRows(
  db: Db,
  search: AppealSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; appeals: StoredAppeal[] }> {
  const query = found(db, search, actor);
  const appeals = await query.orderBy(inOrder(search)).limit(limit).offset(offset).execute();
  const counted = await cappedCount(db, query as never);
  return { ...counted, appeals };
}

export async function listAppealIds(db: Db, search: AppealSearch, actor: Actor, limit: number): Promise<string[]> {
  const query = found(db, search, actor).orderBy(inOrder(search)).limit(limit);
  return (await query.clearSelect().select('a.id').execute()).map(({ id }) => id);
}

export const listedAppeals = (db: Db, ids: readonly string[], actor: Actor): Promise<StoredAppeal[]> =>
  named(db)
    .where(sql<SqlBool>`a.id = any (${[...ids]}::text[])`)
    .where(inView(actor))
    .execute();

export const readAppealRow = (db: Db, actor: Actor, id: string): Promise<StoredAppeal | undefined> =>
  named(db).where('a.id', '=', id).where(inView(actor)).executeTakeFirst();

export const lockAppealRow = (db: Db, actor: Actor, id: string): Promise<StoredAppeal | undefined> =>
  named(db).where('a.id', '=', id).where(inView(actor)).forUpdate('a').executeTakeFirst();

export const readAppealSteps = (db: Db, id: string) =>
  db
    .selectFrom('enterprise_appeal_step')
    .select(['step', 'words', 'unit_name', 'due_on', 'at', 'by_name'])
    .where('appeal_id', '=', id)
    .orderBy('id')
    .execute();

export async function insertAppeal(
  db: Db,
  appeal: Doing & {
    readonly id: string;
    readonly enterpriseId: string;
    readonly enterpriseName: string;
    readonly kind: AppealKind;
    readonly title: string;
    readonly words: string;
    readonly urgent: boolean;
    readonly byItself: boolean;
  },
): Promise<void> {
  const { id, enterpriseId, enterpriseName, kind, title, words, urgent, byItself, at: when, by } = appeal;
  await db
    .insertInto('enterprise_appeal')
    .values({
      ...{ id, enterprise_id: enterpriseId, enterprise_name: enterpriseName, kind, title, words, urgent },
      ...{ state: 'raised', by_itself: byItself, raised_at: when, raised_by_id: by.id, raised_by: by.name },
      changed_at: when,
    })
    .execute();
}

/** What a step changes; what is left out stays. */
export interface AppealPatch {
  readonly state: AppealState;
  readonly unitId?: string;
  readonly dueOn?: string;
  readonly taskId?: string;
  readonly answer?: { readonly words: string; readonly by: { readonly id: string; readonly name: string } };
  readonly judged?: { readonly satisfied: boolean; readonly words: string };
}

export async function moveAppeal(
  db: Db,
  id: string,
  { state, unitId, dueOn, taskId, answer, judged }: AppealPatch,
  when: string,
): Promise<void> {
  await db
    .updateTable('enterprise_appeal')
    .set({
      ...{ state, revision: sql`revision + 1`, changed_at: when },
      ...(unitId !== undefined && { unit_id: unitId }),
      ...(dueOn !== undefined && { due_on: dueOn }),
      ...(taskId !== undefined && { task_id: taskId }),
      ...(answer !== undefined && {
        ...{ answer: answer.words, answered_at: when, answered_by_id: answer.by.id, answered_by: answer.by.name },
      }),
      ...(judged !== undefined && {
        ...{ satisfied: judged.satisfied, judged_words: judged.words },
        ...(!judged.satisfied && { reopened: sql`reopened + 1` }),
      }),
    })
    .where('id', '=', id)
    .execute();
}

export async function insertAppealStep(
  db: Db,
  step: Doing & {
    readonly appealId: string;
    readonly step: AppealStep;
    readonly words: string;
    readonly unitName?: string | null;
    readonly dueOn?: string | null;
  },
): Promise<void> {
  const { appealId, words, unitName = null, dueOn = null, at: when, by } = step;
  await db
    .insertInto('enterprise_appeal_step')
    .values({
      ...{ appeal_id: appealId, step: step.step, words, unit_name: unitName, due_on: dueOn },
      ...{ at: when, by_id: by.id, by_name: by.name },
    })
    .execute();
}
