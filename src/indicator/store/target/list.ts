import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Reach, withinReach } from '../../../access/index.ts';
import type { Comparator, TargetMode } from '../../../document/domain/index.ts';
import type { HandedState } from '../../contract/target-fields.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** A row of the list of targets, with what holds on a day. */
export interface ListedTarget {
  readonly id: string;
  readonly indicatorId: string;
  readonly indicator: string;
  readonly unit: string;
  readonly decimals: number;
  readonly mode: TargetMode;
  readonly op: Comparator;
  readonly period: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly chainId: string;
  readonly chainName: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly enterprise: string | null;
  readonly value: number;
  readonly value2: number | null;
  readonly first: number;
  readonly origin: 'plan' | 'handed';
  readonly handed: HandedState;
  readonly rest: number | null;
  readonly planId: string;
  readonly plan: string | null;
  readonly edition: number;
}

const at = (column: string) => sql.ref(`l.${column}`);

const fields: ListedFields = {
  indicator: { at: at('indicator') },
  year: { at: at('year') },
  region: {
    at: at('regionId'),
    order: at('regionId'),
    // A region stands for all inside it.
    among: (codes) => sql`${at('regionId')} in (select c.descendant from region_closure c
      where c.ancestor = any (${[...codes]}::text[]) and current_date >= c.valid_from and current_date < c.valid_to)`,
  },
  chain: {
    at: sql`nullif(${at('chainId')}, '')`,
    nullable: true,
    among: (ids) => sql`${at('chainId')} in (select c.descendant from chain_closure c
      where c.ancestor = any (${[...ids]}::text[]))`,
  },
  unit: { at: sql`nullif(${at('unitId')}, '')`, nullable: true },
  mode: { at: at('mode') },
  handed: { at: at('handed') },
  origin: { at: at('origin') },
  plan: { at: at('plan'), nullable: true },
  edition: { at: at('edition') },
};
/**
 * Words are looked for in the names of what a target is about, each register once: beside every row it would cost more than
 * the rows themselves.
 */
function says(word: string): RawBuilder<SqlBool> {
  const found = (names: RawBuilder<unknown>) => sql`strpos(lower(${names}), ${word.toLowerCase()}) > 0`;
  return sql<SqlBool>`(${at('indicatorId')} in (select id from indicator where ${found(sql`definition ->> 'name'`)})
    or ${at('regionId')} in (select code from region_term where ${found(sql`name`)})
    or ${at('chainId')} in (select id from chain where ${found(sql`name`)})
    or ${at('unitId')} in (select id from unit where ${found(sql`name`)})
    or ${found(sql`coalesce(${at('enterprise')}, '')`)}
    or ${at('planId')} in (select plan_id from plan_version where number is not null and ${found(sql`title`)}))`;
}

/** The value that holds on a day: the last adjustment that was approved for it, else the first value. */
const valueOn = (alias: string, day: string) => sql`coalesce((
  select a.value from target_adjustment a
  where a.target_id = ${sql.ref(`${alias}.id`)} and a.state = 'approved' and a.holds_on <= ${day}::date
  order by a.number desc limit 1), ${sql.ref(`${alias}.value`)})`;

/** Rates and ratios do not add up to a rate or a ratio. */
const adds = sql`t.mode <> 'growth' and i.definition -> 'of' ->> 'kind' <> 'ratio'`;
const isCeiling = sql`(t.op in ('<', '<=') or t.op not in ('>', '>=') and i.definition ->> 'direction' = 'down')`;

/**
 * Targets in force with the names of today. What is not asked for is not reckoned: sums of parts are sub-selects of their
 * columns.
 */
const listed = ({ day, whole }: Seen) => sql<ListedTarget>`(
  select t.id, t.indicator_id as "indicatorId", i.definition ->> 'name' as indicator,
    case when t.mode = 'growth' then '%' else i.definition ->> 'unit' end as unit,
    case when t.mode = 'growth' then 4 else (i.definition ->> 'decimals')::integer end as decimals,
    t.mode, t.op, t.period, t.year, t.first_year as "firstYear", t.region_id as "regionId", t.chain_id as "chainId",
    t.unit_id as "unitId", nullif(t.enterprise_name, '') as enterprise, ${valueOn('t', day)} as value, t.value2,
    t.value as first, case when t.handed then 'handed' else 'plan' end as origin, t.plan_id as "planId",
    t.confirmed_edition as edition,
    (select r.name from region_term r where r.code = t.region_id
      order by (r.valid_to is null) desc, r.valid_to desc limit 1) as "regionName",
    (select c.name from chain c where c.id = t.chain_id) as "chainName",
    (select u.name from unit u where u.id = t.unit_id) as "unitName",
    (select v.title from plan_version v where v.plan_id = t.plan_id and v.number = t.confirmed_edition) as plan,
    case when ${adds} and ${whole} then (select ${valueOn('t', day)} - sum(${valueOn('p', day)}) from target p
      where p.parent_id = t.id and p.ended_on is null) end as rest,
    case
      when not ${whole} then 'unseen'
      when not exists (select from target p where p.parent_id = t.id and p.ended_on is null) then
        case when t.unit_id = '' and t.enterprise_id = '' and exists (select from region_term r where r.parent = t.region_id
          and (r.valid_to is null or r.valid_to > current_date)) then 'none' else 'leaf' end
      when not (${adds}) then 'some'
      else (
        select case
          when s.rest = 0 then 'exact'
          when s.rest > 0 and s.lacking then 'partly'
          when (s.rest > 0) = ${isCeiling} then 'stricter'
          else 'looser' end
        from (select ${valueOn('t', day)} - sum(${valueOn('p', day)}) as rest,
            exists (select from region_term r where r.parent = t.region_id
              and (r.valid_to is null or r.valid_to > current_date) and (r.valid_from is null or r.valid_from <= current_date)
              and not exists (select from target q where q.parent_id = t.id and q.ended_on is null
                and q.region_id = r.code)) as lacking
          from target p where p.parent_id = t.id and p.ended_on is null) s)
      end as handed
  from target t join indicator i on i.id = t.indicator_id
  where t.ended_on is null)`;

/** A day, and which rows somebody has all of: of others not every part is to be seen, and sums would be wrong. */
interface Seen {
  readonly day: string;
  readonly whole: RawBuilder<SqlBool>;
}

export interface TargetsListed {
  readonly day: string;
  readonly reach: Reach;
  /** Only targets that count for this year. */
  readonly year: number | null;
}

const wholly = (reach: Reach) => sql<SqlBool>`(${withinReach(reach, 't')}) is true`;

/** Counting looks at no column. */
type Counting = SelectQueryBuilder<IndicatorTables, never, object>;

const usual = sql`l.year desc, l."indicatorId", l."regionId", l."chainId", l.id`;

function found({ day, year, reach }: TargetsListed, { words, filter }: Pick<ListRequest, 'words' | 'filter'>) {
  const ofYear = year === null ? sql`true` : sql`${year} between l."firstYear" and l.year`;
  const said = words.map((word) => sql`and ${says(word)}`);
  const met = matches({ words: [], filter }, fields, []);
  const where = sql<SqlBool>`${ofYear} and ${met} ${said.length === 0 ? sql`` : sql.join(said, sql` `)}`;
  return { from: listed({ day, whole: wholly(reach) }), where };
}

/** One page of the targets in force that the asker may see. */
export async function listTargets(
  db: Db,
  which: TargetsListed,
  request: ListRequest,
): Promise<{ rows: ListedTarget[]; total: number; capped: boolean }> {
  const { from, where } = found(which, request);
  const order = request.sort.length === 0 ? usual : orderOf(request.sort, fields, sql`l.id`);
  const counted = await cappedCount(db, db.selectFrom(from.as('l')).where(where) as Counting);
  const { rows } = await sql<ListedTarget>`select * from ${from} l where ${where} order by ${order}
    limit ${request.pageSize} offset ${request.offset}`.execute(db);
  return { rows: rows.map(plain), ...counted };
}

/** Ids of all that an export has, in order. */
export async function listTargetIds(
  db: Db,
  which: TargetsListed,
  request: Pick<ExportRequest, 'words' | 'filter' | 'sort' | 'ids' | 'except'>,
  most: number,
): Promise<string[]> {
  const { from, where } = found(which, request);
  const order = request.sort.length === 0 ? usual : orderOf(request.sort, fields, sql`l.id`);
  const ticked = request.ids === null ? sql`true` : sql`l.id = any (${[...request.ids]}::text[])`;
  const { rows } = await sql<{ id: string }>`select l.id from ${from} l
    where ${where} and ${ticked} and l.id <> all (${[...request.except]}::text[]) order by ${order} limit ${most}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Some rows by their ids. */
export async function readListedTargets(
  db: Db,
  { day, reach }: Pick<TargetsListed, 'day' | 'reach'>,
  ids: readonly string[],
): Promise<ListedTarget[]> {
  const { rows } =
    await sql<ListedTarget>`select * from ${listed({ day, whole: wholly(reach) })} l where l.id = any (${[...ids]}::text[])`.execute(
      db,
    );
  return rows.map(plain);
}

/** Sums come as text. */
const plain = (row: ListedTarget): ListedTarget => ({ ...row, rest: row.rest === null ? null : Number(row.rest) });
