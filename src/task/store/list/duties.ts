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
import type { DutyState, KeptReason, Light, Role, Task } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import { listedDuties, wordsOfDuties } from './fields.ts';
import { dutyNarrowed, type Narrowed, reportWanted } from './narrow.ts';
import { isWalked, type Searched } from './tasks.ts';

type Db = Kysely<TaskTables>;

/** A unit's duty as a list shows it. */
export interface ListedDuty {
  readonly taskId: string;
  readonly dutyId: string;
  readonly revision: number;
  readonly title: string;
  readonly source: Task['source'];
  readonly sourceName: string;
  readonly chainIds: readonly string[];
  readonly unitId: string | null;
  readonly unitName: string;
  readonly role: Role;
  readonly state: DutyState;
  readonly light: Light;
  readonly reason: KeptReason;
  readonly part: string | null;
  readonly own: boolean;
  readonly firstDueOn: string | null;
  readonly dueOn: string | null;
  readonly reportedOn: string | null;
  readonly reportWanted: boolean;
  readonly help: string | null;
  readonly problem: string | null;
  readonly extensionTo: string | null;
  readonly urgedOn: string | null;
  readonly urgedTimes: number;
  readonly letter: string | null;
  readonly letterBy: string | null;
}

/** Duties that were sent, unless somebody asks for others by their state. */
function found(narrowed: Narrowed, searched: Searched): RawBuilder<SqlBool> {
  const usual = Object.hasOwn(searched.filter, 'state') ? sql`true` : sql`d.state not in ('planned', 'replaced')`;
  return sql<SqlBool>`${usual} and ${dutyNarrowed(narrowed)} and ${matches(searched, listedDuties, wordsOfDuties)}`;
}

const usualSort = [
  { key: 'light', descending: false },
  { key: 'dueOn', descending: false },
] as const;
const order = ({ sort }: Pick<ListRequest, 'sort'>) =>
  orderOf(sort.length === 0 ? usualSort : sort, listedDuties, sql`d.task_id, d.duty_id`);

/** Whether anything of the task itself is asked for; who sees a duty sees its task, so that else it need not be looked at. */
const asksTask = (
  { scope, waits, chainId, planId }: Narrowed,
  { words, filter }: Searched,
  sort: ListRequest['sort'],
) =>
  scope === 'below' ||
  [waits, chainId, planId].some((each) => each !== null) ||
  words.length > 0 ||
  [...Object.keys(filter), ...sort.map(({ key }) => key)].some((field) => ofTask.has(field));
const ofTask: ReadonlySet<string> = new Set(['title', 'chain']);

const from = (db: Db, narrowed: Narrowed, request: Searched & Pick<ListRequest, 'sort'>) =>
  db
    .selectFrom('task_duty as d')
    .$if(
      asksTask(narrowed, request, request.sort),
      (query) => query.innerJoin('task as t', 't.id', 'd.task_id') as unknown as typeof query,
    )
    .where(found(narrowed, request));

/** `task.duty`, as rows of duties are ticked and exported. */
const key = sql<string>`d.task_id || '.' || d.duty_id`;

/** One page of the duties in sight. */
export async function listDuties(
  db: Db,
  narrowed: Narrowed,
  request: Omit<ListRequest, 'page'>,
): Promise<{ rows: ListedDuty[] } & Counted> {
  const all = from(db, narrowed, request);
  const page = all.orderBy(order(request)).limit(request.pageSize).offset(request.offset);
  if (isWalked(narrowed, request)) {
    const ids = (await page.select(key.as('id')).execute()).map(({ id }) => id);
    return { rows: await readListedDuties(db, ids), ...(await cappedCount(db as never, all.select('d.duty_id'))) };
  }
  const sorted = await page.select([key.as('id'), countOver]).execute();
  const counted = countedWith(sorted, request) ?? (await cappedCount(db as never, all.select('d.duty_id')));
  const rows = await readListedDuties(
    db,
    sorted.map(({ id }) => id),
  );
  return { rows, ...counted };
}

export async function listDutyIds(db: Db, narrowed: Narrowed, request: ExportRequest, most: number): Promise<string[]> {
  const rows = await from(db, narrowed, request)
    .select(key.as('id'))
    .$if(request.ids !== null, (query) => query.where(key, '=', sql<string>`any (${[...(request.ids ?? [])]}::text[])`))
    .where(key, '<>', sql<string>`all (${[...request.except]}::text[])`)
    .orderBy(order(request))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export async function readListedDuties(db: Db, ids: readonly string[]): Promise<ListedDuty[]> {
  if (ids.length === 0) return [];
  const parts = ids.map((id) => [id.slice(0, id.indexOf('.')), id.slice(id.indexOf('.') + 1)] as const);
  const { rows } = await sql<ListedDuty>`
    select d.task_id as "taskId", d.duty_id as "dutyId", t.revision, t.title, t.content -> 'source' as source,
      t.source_name as "sourceName", t.chain_ids as "chainIds", d.unit_id as "unitId", d.unit_name as "unitName", d.role,
      d.state, d.light, d.light_reason as reason, d.part, d.own, d.first_due_on as "firstDueOn", d.due_on as "dueOn",
      d.reported_on as "reportedOn", ${reportWanted} as "reportWanted", d.help, d.problem, d.extension_to as "extensionTo",
      d.urged_on as "urgedOn", d.urged_times as "urgedTimes", d.letter, d.letter_by as "letterBy"
    from unnest(${parts.map(([task]) => task)}::text[], ${parts.map(([, duty]) => duty)}::text[])
        with ordinality w (task_id, duty_id, at)
      join task_duty d on d.task_id = w.task_id and d.duty_id = w.duty_id join task t on t.id = d.task_id
    order by w.at`.execute(db);
  return rows;
}
