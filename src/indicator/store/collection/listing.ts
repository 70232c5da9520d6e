import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../../platform/http/list-query.ts';
import { type Actor, withinReach } from '../../../access/index.ts';
import type { Db } from './db.ts';
import { type StoredSheet, sheetsNamed } from './sheets.ts';

/** Which sheets, in which order. */
export interface SheetSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
  readonly scope: 'mine' | 'review' | 'all';
  readonly formId: string | null;
  readonly period: string | null;
}

const at = (column: string) => sql.ref(`sheet.${column}`);
const unitName = sql`(select u.name from unit u where u.id = sheet.unit_id)`;
const dayOf = (column: string) => sql`(${at(column)} at time zone 'Asia/Shanghai')::date`;
const below = (column: string, closure: string) => (values: readonly string[]) => {
  const today = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  return sql<SqlBool>`${at(column)} in (select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[]) ${today})`;
};

/** How a sheet stands with its deadline; the same as `punctuality` of the domain. */
const punctuality = (today: string): RawBuilder<string> => sql<string>`case
  when sheet.state = 'open' and sheet.opens_on > ${today}::date then 'not-open'
  when coalesce(case when sheet.state in ('submitted', 'approved') then sheet.submitted_on end, ${today}::date)
    > coalesce(sheet.extended_to, sheet.due_on) then 'late' else 'in-time' end`;

const fieldsOn = (today: string): ListedFields => ({
  form: { at: at('form_id'), order: sql.ref('form.name') },
  period: { at: at('period') },
  unit: { at: at('unit_id'), order: unitName, among: below('unit_id', 'unit_closure') },
  region: { at: at('region_id'), among: below('region_id', 'region_closure') },
  state: { at: at('state') },
  punctuality: { at: punctuality(today) },
  share: { at: sql`case when sheet.wanted = 0 then 100 else sheet.filled * 100 / sheet.wanted end` },
  dueOn: { at: sql`coalesce(sheet.extended_to, sheet.due_on)` },
  extension: {
    at: sql`case when sheet.asked_to is not null then 'asked' when sheet.extended_to is not null then 'granted' else 'none' end`,
  },
  submittedOn: { at: at('submitted_on'), nullable: true },
  lastActivity: { at: dayOf('activity_at'), order: at('activity_at'), nullable: true },
  urgedAt: { at: dayOf('urged_at'), order: at('urged_at'), nullable: true },
});
const newestFirst: readonly SortKey[] = [
  { key: 'period', descending: true },
  { key: 'unit', descending: false },
];

const found = (db: Db, search: SheetSearch, actor: Actor, today: string) =>
  sheetsNamed(db)
    .where(withinReach(actor.reach, 'sheet'))
    .$if(search.formId !== null, (query) => query.where('sheet.form_id', '=', search.formId ?? ''))
    .$if(search.period !== null, (query) => query.where('sheet.period', '=', search.period ?? ''))
    .$if(search.scope === 'mine', (query) =>
      query.where(
        sql<SqlBool>`sheet.unit_id in (select descendant from unit_closure where ancestor = ${actor.post?.unitId ?? ''})`,
      ),
    )
    .$if(search.scope === 'review', (query) =>
      query.where(sql<SqlBool>`sheet.state = 'submitted' and sheet.submitted_by_id is distinct from ${actor.id}`),
    )
    .where(matches(search, fieldsOn(today), [unitName, sql.ref('form.name'), at('period')]));

const inOrder = (search: SheetSearch, today: string) =>
  orderOf(search.sort.length === 0 ? newestFirst : search.sort, fieldsOn(today), at('id'));

/** One page of the sheets in an actor's reach, and how many there are. */
export async function listSheets(
  db: Db,
  search: SheetSearch,
  actor: Actor,
  today: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; sheets: StoredSheet[] }> {
  const query = found(db, search, actor, today);
  const sheets = await query.orderBy(inOrder(search, today)).limit(limit).offset(offset).execute();
  const seenToEnd = sheets.length < limit && (sheets.length > 0 || offset === 0);
  const count = seenToEnd ? { total: offset + sheets.length, capped: false } : await cappedCount(db, query);
  return { ...count, sheets };
}

/** Ids of all of them, in order, up to a limit: what an export is of. */
export async function listSheetIds(
  db: Db,
  search: SheetSearch,
  actor: Actor,
  today: string,
  limit: number,
): Promise<string[]> {
  const query = found(db, search, actor, today).orderBy(inOrder(search, today)).limit(limit);
  return (await query.clearSelect().select('sheet.id').execute()).map(({ id }) => id);
}

/** Some sheets by id, within reach, in any order. */
export const readSheets = (db: Db, ids: readonly string[], actor: Actor): Promise<StoredSheet[]> =>
  sheetsNamed(db)
    .where(withinReach(actor.reach, 'sheet'))
    .where(sql<SqlBool>`sheet.id = any (${[...ids]}::text[])`)
    .execute();

export interface BoardCounts {
  readonly units: number;
  readonly open: number;
  readonly submitted: number;
  readonly returned: number;
  readonly approved: number;
  readonly late: number;
  readonly lateSubmitted: number;
  readonly untouched: number;
  readonly extensionsAsked: number;
  readonly filled: number;
  readonly wanted: number;
}

/** How far a form is for a period, over the sheets in reach. */
export async function countBoard(
  db: Db,
  formId: string,
  period: string,
  actor: Actor,
  today: string,
): Promise<BoardCounts> {
  const how = (state: string) => sql`count(*) filter (where state = ${state})`;
  const late = sql`${punctuality(today)} = 'late'`;
  const { rows } = await sql<BoardCounts>`
    select count(*) as units, ${how('open')} as open, ${how('submitted')} as submitted, ${how('returned')} as returned,
      ${how('approved')} as approved,
      count(*) filter (where ${late} and state in ('open', 'returned')) as late,
      count(*) filter (where ${late} and state in ('submitted', 'approved')) as "lateSubmitted",
      count(*) filter (where filled = 0 and wanted > 0) as untouched,
      count(*) filter (where asked_to is not null) as "extensionsAsked",
      coalesce(sum(filled), 0)::bigint as filled, coalesce(sum(wanted), 0)::bigint as wanted
    from sheet where form_id = ${formId} and period = ${period} and ${withinReach(actor.reach, 'sheet')}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

/** Sheets that may be urged: named ones, or all that are late; locked in one order. */
export async function takeSheetsToUrge(
  db: Db,
  formId: string,
  period: string,
  ids: readonly string[] | null,
  actor: Actor,
  today: string,
): Promise<StoredSheet[]> {
  return sheetsNamed(db)
    .where(withinReach(actor.reach, 'sheet'))
    .where('sheet.form_id', '=', formId)
    .where('sheet.period', '=', period)
    .where(
      ids === null
        ? sql<SqlBool>`sheet.state in ('open', 'returned') and ${punctuality(today)} = 'late'`
        : sql<SqlBool>`sheet.id = any (${[...ids]}::text[])`,
    )
    .orderBy('sheet.id')
    .forUpdate('sheet')
    .execute();
}

export async function noteUrged(db: Db, ids: readonly string[], by: string, at_: string): Promise<void> {
  await sql`update sheet set urged_at = ${at_}, urged_by = ${by}, urged_times = urged_times + 1
    where id = any (${[...ids]}::text[])`.execute(db);
}
