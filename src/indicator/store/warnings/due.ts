import { type RawBuilder, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';
import type { DueAxis } from './tables.ts';

type Db = Kysely<IndicatorTables>;

/** Something to be looked at. `about`: an indicator, of `sheets` a form. */
export interface Due {
  readonly about: string;
  readonly axis: DueAxis;
  readonly placeId: string;
}

export interface WatchState {
  /** ISO; null: nothing was ever looked at. */
  readonly lookedUntil: string | null;
  readonly day: string | null;
  readonly finishedAt: string | null;
  readonly digestOn: string | null;
  /** How much is still to be looked at. */
  readonly due: number;
}

/** One server does a step at a time; until the transaction ends. */
export async function takeTurn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('jingwei watch')) as mine`.execute(db);
  return rows[0]?.mine === true;
}

export async function readWatchState(db: Db): Promise<WatchState> {
  const { rows } = await sql<WatchState>`
    select looked_until as "lookedUntil", day, finished_at as "finishedAt", digest_on as "digestOn",
      (select count(*) from watch_due)::integer as due
    from watch_state`.execute(db);
  return rows[0] ?? { lookedUntil: null, day: null, finishedAt: null, digestOn: null, due: 0 };
}

export async function setWatchState(
  db: Db,
  { lookedUntil, day, digestOn }: Partial<Omit<WatchState, 'due' | 'finishedAt'>>,
): Promise<void> {
  await db
    .updateTable('watch_state')
    .set({
      ...(lookedUntil !== undefined && { looked_until: lookedUntil }),
      ...(day !== undefined && { day }),
      ...(digestOn !== undefined && { digest_on: digestOn }),
    })
    .execute();
}

/** Everything was looked at until a moment, if nothing is left. */
export async function noteFinished(db: Db, at: string): Promise<void> {
  await sql`update watch_state set finished_at = ${at}::timestamptz where not exists (select from watch_due)`.execute(
    db,
  );
}

/** Takes what was noted first: one thing, or some units of one indicator together. Gone when the transaction holds. */
export async function takeDue(db: Db, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with first as (select about, axis from watch_due order by noted limit 1),
    taken as (
      select d.about, d.axis, d.place_id from watch_due d join first f on f.about = d.about and f.axis = d.axis
      order by d.noted limit (select case when axis = 'unit' then ${most}::integer else 1 end from first))
    delete from watch_due d using taken t
    where d.about = t.about and d.axis = t.axis and d.place_id = t.place_id
    returning d.about, d.axis, d.place_id as "placeId"`.execute(db);
  return rows;
}

/** Puts rows of (about, axis, place_id) on the list; gives how many were not on it. */
async function note(db: Db, rows: RawBuilder<unknown>): Promise<number> {
  const done = await sql<{ added: number }>`
    with added as (
      insert into watch_due (about, axis, place_id) select distinct * from (${rows}) each (about, axis, place_id)
      on conflict do nothing returning 1)
    select count(*)::integer as added from added`.execute(db);
  return done.rows[0]?.added ?? 0;
}

export const noteDue = (db: Db, due: readonly Due[]): Promise<number> =>
  due.length === 0
    ? Promise.resolve(0)
    : note(
        db,
        sql`select * from unnest(${due.map(({ about }) => about)}::text[], ${due.map(({ axis }) => axis)}::text[],
          ${due.map(({ placeId }) => placeId)}::text[])`,
      );

/** Every region that stands right below another today, with that one; '' above the topmost. */
const parents = sql`
  select t.code, coalesce(t.parent, '') as parent from region_term t
  where (t.valid_from is null or t.valid_from <= current_date) and (t.valid_to is null or t.valid_to > current_date)`;

/** Indicators that look at another: `{about, of}`. */
const pairs = (uses: Uses['pairs']) => sql`
  unnest(${uses.map(({ about }) => about)}::text[], ${uses.map(({ of }) => of)}::text[])`;

/**
 * Notes what figures saved since a moment have to do with: the units that saved them, those whose own report stands over
 * them, and every region above, for each indicator that looks at theirs (`uses`).
 */
export async function noteSavedSince(db: Db, since: string, uses: Uses['pairs']): Promise<number> {
  const units = await note(
    db,
    sql`
    with saved as (
      select distinct o.indicator_id, o.period, o.unit_id, o.region_id
      from observation_version v join observation o on o.id = v.observation_id
      where v.saved_at >= ${since}::timestamptz)
    select indicator_id, 'unit', unit_id from saved
    union
    select o.indicator_id, 'unit', o.unit_id
    from saved s join region_closure c on c.descendant = s.region_id
      join observation o on o.indicator_id = s.indicator_id and o.period = s.period and o.region_id = c.ancestor
        and o.role = 'own'`,
  );
  const regions = await note(
    db,
    sql`
    with saved as (
      select distinct o.indicator_id, o.region_id
      from observation_version v join observation o on o.id = v.observation_id
      where v.saved_at >= ${since}::timestamptz)
    select u.about, 'regions', p.parent
    from saved s join ${pairs(uses)} u (about, used) on u.used = s.indicator_id
      join region_closure c on c.descendant = s.region_id and current_date >= c.valid_from and current_date < c.valid_to
      join (${parents}) p on p.code = c.ancestor`,
  );
  return units + regions;
}

/** Notes what targets that were set, adjusted or ended since a moment are about, and sheets that moved. */
export const noteTargetsSince = (db: Db, since: string): Promise<number> =>
  note(
    db,
    sql`
    with touched as (
      select t.indicator_id, t.region_id, t.unit_id from target t
      where t.enterprise_id = '' and (t.created_at >= ${since}::timestamptz
        or t.ended_on >= (${since}::timestamptz at time zone 'Asia/Shanghai')::date
        or exists (select from target_adjustment a where a.target_id = t.id and a.decided_at >= ${since}::timestamptz)))
    select t.indicator_id, 'regions', p.parent from touched t join (${parents}) p on p.code = t.region_id
    where t.unit_id = ''
    union all
    select indicator_id, 'unit', unit_id from touched where unit_id <> ''
    union all
    select form_id, 'sheets', '' from sheet where activity_at >= ${since}::timestamptz`,
  );

/** Notes what a new day may change: targets of these years, what is overdue, and everything that is open. */
export const noteForDay = (db: Db, day: string, years: readonly number[]): Promise<number> =>
  note(
    db,
    sql`
    select t.indicator_id, 'regions', p.parent from target t join (${parents}) p on p.code = t.region_id
    where t.ended_on is null and t.unit_id = '' and t.enterprise_id = ''
      and t.first_year <= ${Math.max(...years)} and t.year >= ${Math.min(...years)}
    union all
    select t.indicator_id, 'unit', t.unit_id from target t
    where t.ended_on is null and t.unit_id <> '' and t.enterprise_id = ''
      and t.first_year <= ${Math.max(...years)} and t.year >= ${Math.min(...years)}
    union all
    select w.about, 'regions', coalesce(p.parent, '') from warning w left join (${parents}) p on p.code = w.region_id
    where w.state <> 'over' and w.rule in ('pace', 'streak', 'outlier') and w.unit_id = ''
    union all
    select w.about, 'unit', w.unit_id from warning w
    where w.state <> 'over' and w.rule <> 'missing' and w.unit_id <> ''
    union all
    select form_id, 'sheets', '' from sheet where due_on < ${day}::date and state in ('open', 'returned')
    union all
    select w.about, 'sheets', '' from warning w where w.state <> 'over' and w.rule = 'missing'`,
  );

/** What the watch knows of indicators: which look at figures of which, and which are reported themselves. */
export interface Uses {
  readonly pairs: readonly { readonly about: string; readonly of: string }[];
  readonly reported: readonly string[];
}

/** Everything of which there are figures, in some regions or in all (null). */
function everything(uses: Uses, regionIds: readonly string[] | null): RawBuilder<unknown> {
  const ids = [...(regionIds ?? [])];
  const reported = sql`unnest(${[...uses.reported]}::text[])`;
  return sql`
    select u.about, 'regions', p.parent from ${pairs(uses.pairs)} u (about, used)
      cross join (select distinct parent from (${parents}) every
        ${regionIds === null ? sql`` : sql`where code = any (${ids}::text[])`}) p
    where p.parent = '' or exists (
      select from rollup_cell c where c.indicator_id = u.used and c.region_id = p.parent and c.unit_id = '')
    union all
    ${
      regionIds === null
        ? sql`select i, 'units', '' from ${reported} i`
        : sql`select i, 'unit', u.id from ${reported} i cross join unit u
            where u.region_id = any (${ids}::text[])
              and exists (select from observation o where o.unit_id = u.id and o.indicator_id = i)`
    }
    union all
    select id, 'sheets', '' from form where state = 'open'`;
}

/** Notes everything: once a month, when limits change, and when somebody asks for it. */
export const noteEverything = (db: Db, uses: Uses, regionIds: readonly string[] | null): Promise<number> =>
  note(db, everything(uses, regionIds));

/** The same without noting it, one indicator after the other, so that its units can be looked at together. */
export async function listEverything(db: Db, uses: Uses, regionIds: readonly string[]): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select distinct about, axis, place_id as "placeId" from (${everything(uses, regionIds)}) each (about, axis, place_id)
    order by 2, 1, 3`.execute(db);
  return rows;
}

/** Notes each unit that has reported for an indicator in some periods. */
export const noteUnits = (db: Db, about: string, periods: readonly string[]): Promise<number> =>
  note(
    db,
    sql`
    select ${about}::text, 'unit', unit_id from observation
    where indicator_id = ${about} and period = any (${[...periods]}::text[])`,
  );
