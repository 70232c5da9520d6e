import { sql } from 'kysely';
import { type FormContent, type SheetRow, unitRow } from '../../domain/form/model.ts';
import type { Db } from './db.ts';

/** Sheets whose rows are put or brought up to date, all of one form and version. */
export interface SheetsOfForm {
  readonly ids: readonly string[];
  readonly form: FormContent;
  /** The form's own chain: an enterprise of another one has no row. */
  readonly chainId: string | null;
}

/**
 * Gives sheets their rows, and those that came since: of the unit, of the form's chains, or of the enterprises that the
 * roster has for the period. A row that is not in the roster any more goes as long as nothing was written in it. Counts
 * anew what is wanted and what is filled.
 */
export async function syncRows(db: Db, { ids, form, chainId }: SheetsOfForm): Promise<void> {
  if (ids.length === 0) return;
  const wanted = rowsWanted([...ids], form, chainId);
  await sql`
    with wanted as materialized (${wanted}),
    gone as (
      delete from sheet_row r using sheet s
      where r.sheet_id = any (${[...ids]}::text[]) and s.id = r.sheet_id
        and not exists (select from wanted w where w.sheet_id = r.sheet_id and w.row_key = r.row_key)
        and not exists (select from sheet_cell c where c.sheet_id = r.sheet_id and c.row_key = r.row_key)
      returning 1)
    insert into sheet_row as r (sheet_id, row_key, place, title, enterprise_id, figure_chain, region_id, unit_id, chain_id)
    select w.sheet_id, w.row_key, w.place, w.title, w.enterprise_id, w.figure_chain, s.region_id, s.unit_id, s.chain_id
    from wanted w join sheet s on s.id = w.sheet_id
    on conflict (sheet_id, row_key) do update set place = excluded.place, title = excluded.title,
      -- A figure that was handed in counts for its chain: it does not move with the roster.
      figure_chain = case when exists (select from sheet_cell c where c.sheet_id = r.sheet_id and c.row_key = r.row_key
        and c.recorded is not null) then r.figure_chain else excluded.figure_chain end
      where (r.place, r.title, r.figure_chain) is distinct from (excluded.place, excluded.title, excluded.figure_chain)`.execute(
    db,
  );
  await recountFilled(db, ids, form);
}

function rowsWanted(ids: string[], form: FormContent, chainId: string | null) {
  if (form.rows === 'unit')
    return sql`select s.id as sheet_id, ${unitRow}::text as row_key, 0 as place, u.name as title, ''::text as enterprise_id,
        coalesce(s.chain_id, '') as figure_chain
      from sheet s join unit u on u.id = s.unit_id where s.id = any (${ids}::text[])`;
  if (form.rows === 'chains')
    return sql`select s.id as sheet_id, c.id as row_key, k.place::integer as place, c.name as title,
        ''::text as enterprise_id, c.id as figure_chain
      from sheet s cross join unnest(${[...form.chains]}::text[]) with ordinality k (id, place) join chain c on c.id = k.id
      where s.id = any (${ids}::text[])`;
  return sql`select distinct on (s.id, r.enterprise_id) s.id as sheet_id, r.enterprise_id as row_key,
      (row_number() over (partition by s.id order by r.name, r.enterprise_id))::integer as place, r.name as title,
      r.enterprise_id, coalesce(r.chain_id, '') as figure_chain
    from sheet s join form_period p on p.form_id = s.form_id and p.period = s.period
      join roster r on r.unit_id = s.unit_id and r.from_month <= to_char(p.last_day, 'YYYY-MM')
        and (r.until_month is null or r.until_month >= to_char(p.last_day, 'YYYY-MM'))
    where s.id = any (${ids}::text[]) and (${chainId}::text is null
      or r.chain_id in (select descendant from chain_closure where ancestor = ${chainId}))
    order by s.id, r.enterprise_id, r.from_month desc`;
}

/** Counts the required cells and those of them that are filled. */
export async function recountFilled(db: Db, ids: readonly string[], form: FormContent): Promise<void> {
  const required = form.columns.filter((column) => column.required).map(({ indicatorId }) => indicatorId);
  await sql`
    update sheet s set
      wanted = (select count(*) from sheet_row r where r.sheet_id = s.id) * ${required.length},
      filled = (select count(*) from sheet_cell c join sheet_row r using (sheet_id, row_key)
        where c.sheet_id = s.id and c.indicator_id = any (${required}::text[])
          and (c.value is not null or c.reason ~ '\\S'))
    where s.id = any (${[...ids]}::text[])`.execute(db);
}

export const readRows = (db: Db, sheetId: string): Promise<SheetRow[]> =>
  db
    .selectFrom('sheet_row')
    .select(['row_key as key', 'title', 'enterprise_id as enterpriseId', 'figure_chain as chainId'])
    .where('sheet_id', '=', sheetId)
    .orderBy('place')
    .orderBy('row_key')
    .execute();

/** Those of some keys that are rows of the sheet. */
export async function knownRows(db: Db, sheetId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sheet_row')
    .select('row_key')
    .where('sheet_id', '=', sheetId)
    .where(sql<boolean>`row_key = any (${[...keys]}::text[])`)
    .execute();
  return new Set(rows.map(({ row_key }) => row_key));
}

/** Open and returned sheets of units whose roster has changed, with the version of the form that they keep. */
export async function openEnterpriseSheets(db: Db, unitIds: readonly string[]) {
  const { rows } = await sql<{ id: string; content: FormContent; chainId: string | null }>`
    select s.id, v.content, s.chain_id as "chainId" from sheet s
      join form_version v on v.form_id = s.form_id and v.revision = s.content_revision
    where s.unit_id = any (${[...unitIds]}::text[]) and s.state in ('open', 'returned')
      and v.content ->> 'rows' = 'enterprises'
    order by s.id for update of s`.execute(db);
  return rows;
}
