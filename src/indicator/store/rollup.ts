import { type RawBuilder, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { IndicatorTables } from './tables.ts';

type Db = Kysely<IndicatorTables>;

/** Rows folded at a time: few enough that the transaction is over soon. */
const mostFolded = 20_000;

/** One folds or counts anew at a time; until the transaction ends. */
const alone = sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('jingwei roll-up')) as mine`;
/** The same until the connection gives it back: a transaction that begins afterwards sees what the last one left. */
const waitAlone = sql`select pg_advisory_lock(hashtext('jingwei roll-up'))`;
const leave = sql`select pg_advisory_unlock(hashtext('jingwei roll-up'))`;

/**
 * What each of some rows adds to every cell above it: the region tree as of the end of the period, and the tree of units,
 * each for its chain, every chain above, and all. `rows` gives the columns of `rollup_pending`. Those of one place are added up before
 * they are spread: a town's hundred enterprises climb the trees as one.
 */
const spread = (rows: RawBuilder<unknown>) => sql`
  select t.indicator_id, t.period, place.region_id, place.unit_id, c.chain_id,
    sum(t.total) as total, sum(t.figures) as figures, sum(t.firms) as firms, sum(t.revised) as revised,
    sum(t.final) as final
  from (
      select indicator_id, period, period_end, region_id, unit_id, chain_id, sum(total) as total, sum(figures) as figures,
        sum(firms) as firms, sum(revised) as revised, sum(final) as final
      from ${rows} each group by 1, 2, 3, 4, 5, 6) t
    cross join lateral (
      select r.ancestor as region_id, '' as unit_id from region_closure r
      where r.descendant = t.region_id and t.period_end >= r.valid_from and t.period_end < r.valid_to
      union all
      select '', u.ancestor from unit_closure u where u.descendant = t.unit_id) place
    cross join lateral (
      select l.ancestor as chain_id from chain_closure l where l.descendant = t.chain_id union all select '') c
  group by 1, 2, 3, 4, 5`;

const cellColumns = sql.raw(
  'indicator_id, period, region_id, unit_id, chain_id, total, figures, firms, revised, final',
);

/** Notes that what sums of these indicators and years are made of is another now: how many figures, or whether any is 0. */
const reshaped = (pairs: RawBuilder<unknown>) => sql`
  insert into rollup_shape (indicator_id, year, revision)
  select p.*, nextval('rollup_shape_revision') from (${pairs}) p
  on conflict (indicator_id, year) do update set revision = excluded.revision`;

/** Adds what is pending to the cells, as the system; gives how many rows were folded, 0 while another does it. */
export async function foldPending(db: Db): Promise<number> {
  return db.transaction().execute(async (within) => {
    if ((await alone.execute(within)).rows[0]?.mine !== true) return 0;
    const { rows } = await sql<{ folded: number }>`
      with taken as materialized (
        delete from rollup_pending where id in (select id from rollup_pending order by id limit ${mostFolded}) returning *),
      deltas as materialized (${spread(sql`taken`)}),
      added as (
        insert into rollup_cell as cell (${cellColumns}) select * from deltas
        on conflict (indicator_id, region_id, unit_id, chain_id, period) do update
          set total = cell.total + excluded.total, figures = cell.figures + excluded.figures,
            firms = cell.firms + excluded.firms, revised = cell.revised + excluded.revised,
            final = cell.final + excluded.final
        returning indicator_id, period, region_id, unit_id, chain_id, total),
      shaped as (${reshaped(sql`
        select distinct d.indicator_id, left(d.period, 4)
        from deltas d join added a using (indicator_id, period, region_id, unit_id, chain_id)
        where d.figures <> 0 or d.firms <> 0 or a.total = 0 or a.total = d.total`)} returning 1)
      select (select count(*) from taken)::integer as folded`.execute(within);
    return rows[0]?.folded ?? 0;
  });
}

/** Rows that a count gives for figures of some periods, as `spread` wants them. Counts of enterprises come by definition. */
const figuresOf = (periods: readonly string[]) => sql`(
  select indicator_id, period, period_end, region_id, unit_id, chain_id, value as total, 1 as figures,
    (enterprise_id <> '')::integer as firms, (vintage = 'revised')::integer as revised,
    (vintage = 'final')::integer as final
  from observation where role = 'part' and value is not null and period = any (${[...periods]}::text[])
  union all
  select d.id, o.period, o.period_end, o.region_id, o.unit_id, o.chain_id, 1, 1, 1,
    (o.vintage = 'revised')::integer, (o.vintage = 'final')::integer
  from observation o join indicator d on d.definition -> 'of' ->> 'kind' = 'count'
    and d.definition -> 'of' ->> 'of' = o.indicator_id
  where o.role = 'part' and o.value is not null and o.enterprise_id <> '' and o.period = any (${[...periods]}::text[])
    and case d.definition -> 'of' ->> 'op'
      when '>' then o.value > (d.definition -> 'of' ->> 'value')::bigint
      when '>=' then o.value >= (d.definition -> 'of' ->> 'value')::bigint
      when '<' then o.value < (d.definition -> 'of' ->> 'value')::bigint
      when '<=' then o.value <= (d.definition -> 'of' ->> 'value')::bigint
      else o.value = (d.definition -> 'of' ->> 'value')::bigint end)`;

/**
 * Counts the cells of some periods anew from the figures, as the system: after the tree of regions, units or chains has
 * changed for days that are past. Figures that are saved meanwhile stay pending and are not lost.
 */
export async function recount(db: Db, periods: readonly string[]): Promise<void> {
  await db.connection().execute(async (own) => {
    await waitAlone.execute(own);
    try {
      await own
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((within) => countAnew(within, periods));
    } finally {
      await leave.execute(own);
    }
  });
}

/** In one snapshot: a figure that is saved meanwhile is in none of the three, and stays pending. */
async function countAnew(db: Db, periods: readonly string[]): Promise<void> {
  const touched = sql`select distinct indicator_id, left(period, 4) from rollup_cell
    where period = any (${[...periods]}::text[])`;
  await reshaped(touched).execute(db);
  await sql`delete from rollup_pending where period = any (${[...periods]}::text[])`.execute(db);
  await sql`delete from rollup_cell where period = any (${[...periods]}::text[])`.execute(db);
  await sql`
    insert into rollup_cell (${cellColumns})
    ${spread(figuresOf(periods))}`.execute(db);
  await reshaped(touched).execute(db);
}

/** Periods of which any cell differs from what the figures come to; as the system. */
export async function wrongPeriods(db: Db, periods: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    with counted as (${spread(figuresOf(periods))}),
    kept as (
      select indicator_id, period, region_id, unit_id, chain_id,
        sum(total) as total, sum(figures) as figures, sum(firms) as firms, sum(revised) as revised, sum(final) as final
      from (
        select ${cellColumns} from rollup_cell where period = any (${[...periods]}::text[])
        union all ${spread(sql`(select * from rollup_pending where period = any (${[...periods]}::text[]))`)}) every
      group by 1, 2, 3, 4, 5)
    select distinct coalesce(c.period, k.period) as period
    from counted c full join kept k using (indicator_id, period, region_id, unit_id, chain_id)
    where coalesce(c.total, 0) <> coalesce(k.total, 0) or coalesce(c.figures, 0) <> coalesce(k.figures, 0)
      or coalesce(c.firms, 0) <> coalesce(k.firms, 0) or coalesce(c.revised, 0) <> coalesce(k.revised, 0)
      or coalesce(c.final, 0) <> coalesce(k.final, 0)
    order by 1`.execute(db);
  return rows.map(({ period }) => period);
}
