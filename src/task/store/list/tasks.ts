import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import {
  type Counted,
  cappedCount,
  countedWith,
  countOver,
  matches,
  orderOf,
} from '../../../../platform/db/list-sql.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { withinReach } from '../../../access/index.ts';
import type { DutyState, KeptReason, Light, Role, Task, TaskKind, TaskState } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import { listedTasks, wordsOfTasks } from './fields.ts';
import { isWhole, type Narrowed, taskNarrowed } from './narrow.ts';

type Db = Kysely<TaskTables>;

/** A task as a list shows it. */
export interface ListedTask {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly state: TaskState;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly source: Task['source'];
  readonly sourceName: string;
  readonly kind: TaskKind;
  readonly regionId: string;
  readonly chainIds: readonly string[];
  readonly createdOn: string;
  readonly firstDueOn: string | null;
  readonly dueOn: string | null;
  readonly milestones: Task['milestones'];
  readonly dependsOn: readonly string[];
  readonly progress: number | null;
  readonly reportedOn: string | null;
  readonly disputed: boolean;
  readonly help: boolean;
  readonly extensionAsked: boolean;
  readonly doubts: number;
  readonly duties: readonly ListedDutyOf[];
}
export interface ListedDutyOf {
  readonly id: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly role: Role;
  readonly state: DutyState;
  readonly dueOn: string | null;
}

export type Searched = Pick<ListRequest, 'words' | 'filter'>;

/** The conditions of a list of tasks `t`. */
export const foundTasks = (narrowed: Narrowed, searched: Searched): RawBuilder<SqlBool> =>
  sql<SqlBool>`${taskNarrowed(narrowed)} and ${matches(searched, listedTasks, wordsOfTasks)}`;

/** What is worst comes first, then what is due first. */
const usualSort = [
  { key: 'light', descending: false },
  { key: 'dueOn', descending: false },
] as const;

const order = ({ sort }: Pick<ListRequest, 'sort'>) =>
  orderOf(sort.length === 0 ? usualSort : sort, listedTasks, sql.ref('t.id'));

/** All in sight in the usual order: it is walked by its index, and what is beyond the page is counted apart. */
export const isWalked = (narrowed: Narrowed, { words, filter, sort }: Omit<ListRequest, 'page'>): boolean =>
  isWhole(narrowed) && words.length === 0 && sort.length === 0 && Object.keys(filter).length === 0;

/** Every task in sight has a party in sight, and those are counted without looking at the tasks. */
const inSight = (db: Db, { reach }: Narrowed) =>
  db.selectFrom('task_party as p').select('p.task_id').where(withinReach(reach, 'p')).groupBy('p.task_id');

/** One page of the tasks in sight. */
export async function listTasks(
  db: Db,
  narrowed: Narrowed,
  request: Omit<ListRequest, 'page'>,
): Promise<{ rows: ListedTask[] } & Counted> {
  const found = db.selectFrom('task as t').where(foundTasks(narrowed, request));
  const page = found.orderBy(order(request)).limit(request.pageSize).offset(request.offset);
  if (isWalked(narrowed, request)) {
    const ids = (await page.select('t.id').execute()).map(({ id }) => id);
    return {
      rows: await readListedTasks(db, ids),
      ...(await cappedCount(db as never, inSight(db, narrowed) as never)),
    };
  }
  const sorted = await page.select(['t.id', countOver]).execute();
  const counted = countedWith(sorted, request) ?? (await cappedCount(db as never, found.select('t.id')));
  const rows = await readListedTasks(
    db,
    sorted.map(({ id }) => id),
  );
  return { rows, ...counted };
}

/** Ids of an export, in order. */
export async function listTaskIds(db: Db, narrowed: Narrowed, request: ExportRequest, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('task as t')
    .select('t.id')
    .where(foundTasks(narrowed, request))
    .$if(request.ids !== null, (query) =>
      query.where('t.id', '=', sql<string>`any (${[...(request.ids ?? [])]}::text[])`),
    )
    .where('t.id', '<>', sql<string>`all (${[...request.except]}::text[])`)
    .orderBy(order(request))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Some tasks in sight, in the order of the ids. */
export async function readListedTasks(db: Db, ids: readonly string[]): Promise<ListedTask[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedTask>`
    select t.id, t.revision, t.title, t.state, t.light, t.light_reason as reason, t.content -> 'source' as source,
      t.source_name as "sourceName", t.kind, t.region_id as "regionId", t.chain_ids as "chainIds",
      t.created_on as "createdOn", t.first_due_on as "firstDueOn", t.due_on as "dueOn",
      t.content -> 'milestones' as milestones, t.content -> 'dependsOn' as "dependsOn", t.progress,
      t.reported_on as "reportedOn", t.disputed, t.help, t.extension_asked as "extensionAsked",
      jsonb_array_length(t.doubts) as doubts,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.duty_id, 'unitId', d.unit_id, 'unitName', d.unit_name,
          'role', d.role, 'state', d.state, 'dueOn', d.due_on) order by length(d.duty_id), d.duty_id)
        from task_duty d where d.task_id = t.id and d.state <> 'replaced'), '[]') as duties
    from unnest(${[...ids]}::text[]) with ordinality w (id, at) join task t on t.id = w.id order by w.at`.execute(db);
  return rows;
}
