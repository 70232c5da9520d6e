import { sql } from 'kysely';
import { lastDay } from '../../../kernel/index.ts';
import type { FormContent } from '../../domain/form/model.ts';
import type { Window } from '../../domain/form/schedule.ts';
import type { Db } from './db.ts';

export interface FormToLook {
  readonly id: string;
  readonly content: FormContent;
  /** Newest period that sheets were made for; null: none. */
  readonly last: string | null;
  readonly unmade: boolean;
}

/** Open forms, as the system: which of them have sheets to be made is for the calendar to say. */
export const openForms = (db: Db): Promise<FormToLook[]> =>
  db
    .selectFrom('form')
    .select(['id', 'content', 'unmade'])
    .select((eb) =>
      eb
        .selectFrom('form_period')
        .select((of) => of.fn.max('period').as('last'))
        .whereRef('form_period.form_id', '=', 'form.id')
        .as('last'),
    )
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();

/** Takes an open form for oneself until the transaction ends; null while another server has it, or it is open no more. */
export async function takeForm(db: Db, id: string) {
  const row = await db
    .selectFrom('form')
    .select(['id', 'content', 'content_revision as contentRevision', 'chain_id as chainId'])
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that these periods have begun, with the version that holds for them. */
export async function beginPeriods(
  db: Db,
  formId: string,
  contentRevision: number,
  windows: readonly Window[],
): Promise<void> {
  await sql`
    insert into form_period (form_id, period, last_day, content_revision, opens_on, due_on)
    select ${formId}, w.period, w.last_day, ${contentRevision}, w.opens_on, w.due_on
    from unnest(${windows.map(({ period }) => period)}::text[], ${windows.map(({ period }) => lastDay(period))}::date[],
      ${windows.map(({ opensOn }) => opensOn)}::date[], ${windows.map(({ dueOn }) => dueOn)}::date[])
      w (period, last_day, opens_on, due_on)
    on conflict do nothing`.execute(db);
}

/** A sheet that a unit should have and has not. */
export interface MissingSheet {
  readonly period: string;
  readonly contentRevision: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
}

/** Up to a number of them; a unit stands where it stood at the end of the period. */
export async function missingSheets(db: Db, formId: string, most: number): Promise<MissingSheet[]> {
  const { rows } = await sql<MissingSheet>`
    select p.period, p.content_revision as "contentRevision", p.opens_on as "opensOn", p.due_on as "dueOn",
      n.unit_id as "unitId", u.name as "unitName",
      coalesce((select w.region_id from unit_place w where w.unit_id = u.id
        and p.last_day >= w.valid_from and p.last_day < w.valid_to), u.region_id) as "regionId"
    from form_period p
      join form_unit n on n.form_id = p.form_id and (n.from_period is null or n.from_period <= p.period)
      join unit u on u.id = n.unit_id
    where p.form_id = ${formId}
      and not exists (select from sheet s where s.form_id = p.form_id and s.period = p.period and s.unit_id = n.unit_id)
    order by p.period, n.unit_id limit ${most}`.execute(db);
  return rows;
}

export interface NewSheet extends Omit<MissingSheet, 'unitName'> {
  readonly id: string;
  readonly formId: string;
  readonly chainId: string | null;
  /** Its deadline has passed already: nobody is reminded of it. */
  readonly isPast: boolean;
}

/** Puts sheets; gives the ids of those that nobody else put meanwhile. */
export async function insertSheets(db: Db, sheets: readonly NewSheet[], at: string): Promise<Set<string>> {
  if (sheets.length === 0) return new Set();
  const rows = await db
    .insertInto('sheet')
    .values(
      sheets.map((sheet) => ({
        ...{ id: sheet.id, revision: 1, form_id: sheet.formId, content_revision: sheet.contentRevision },
        ...{ period: sheet.period, unit_id: sheet.unitId, region_id: sheet.regionId, chain_id: sheet.chainId },
        ...{ state: 'open' as const, opens_on: sheet.opensOn, due_on: sheet.dueOn, activity_at: at },
        reminded_for: sheet.isPast ? sheet.dueOn : null,
        late_for: sheet.isPast ? sheet.dueOn : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['form_id', 'period', 'unit_id']).doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function formIsMade(db: Db, formId: string): Promise<void> {
  await db.updateTable('form').set({ unmade: false }).where('id', '=', formId).execute();
}

export interface DueSheet {
  readonly id: string;
  readonly formName: string;
  readonly period: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly due: string;
}

/**
 * Sheets whose deadline comes near, or has passed, and whose unit has not been told of that deadline; they count as told
 * from now on. As the system; several servers take different ones.
 */
export async function takeDue(db: Db, kind: 'near' | 'past', today: string, most: number): Promise<DueSheet[]> {
  const due = sql`coalesce(s.extended_to, s.due_on)`;
  const column = kind === 'near' ? sql.ref('reminded_for') : sql.ref('late_for');
  const when =
    kind === 'near'
      ? sql`${due} >= ${today}::date and (v.content ->> 'remindBefore')::integer > 0
          and ${due} - (v.content ->> 'remindBefore')::integer <= ${today}::date and s.opens_on <= ${today}::date`
      : sql`${due} < ${today}::date`;
  const { rows } = await sql<DueSheet>`
    with taken as (
      select s.id from sheet s join form_version v on v.form_id = s.form_id and v.revision = s.content_revision
      where s.state in ('open', 'returned') and s.${column} is distinct from ${due} and ${when}
      order by s.id limit ${most} for update of s skip locked)
    update sheet s set ${column} = ${due}
    from taken t, form f, unit u
    where s.id = t.id and f.id = s.form_id and u.id = s.unit_id
    returning s.id, f.name as "formName", s.period, s.unit_id as "unitId", u.name as "unitName", ${due} as due`.execute(
    db,
  );
  return rows;
}
