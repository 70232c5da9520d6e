import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { Condition, ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import { type Actor, withinReach } from '../../access/index.ts';
import type { PipelineBox } from '../domain/pipeline/index.ts';
import type { LadderDb, StandingTable } from './tables.ts';

/** Which rows of a title: what a list asks for, in one box, on a day. */
export interface PipelineSearch {
  readonly title: string;
  readonly box: PipelineBox;
  /** Until this day what ends soon is looked for. */
  readonly until: string;
  /** First and last day of the year in which something is new. */
  readonly year: { readonly from: string; readonly to: string };
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

/** A judgement with the names of its enterprise. */
export interface ListedStanding extends StandingTable {
  readonly name: string;
  readonly code: string | null;
  readonly region_name: string;
  readonly chain_name: string | null;
}

const at = (column: string) => sql.ref(`s.${column}`);

/** What lies below is looked up first: a list of values can be followed along an index. */
const within = (column: string, closure: 'region_closure' | 'chain_closure') => (values: readonly string[]) => {
  const day = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  return sql<SqlBool>`${at(column)} = any (array(select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[]) ${day}))`;
};

const fields: ListedFields = {
  name: { at: sql.ref('e.name') },
  code: { at: sql.ref('e.code'), nullable: true },
  reach: { at: at('reach'), nullable: true },
  verdict: {
    ...{ at: at('verdict'), nullable: true },
    order: sql`array_position('{met,unknown,unmet}', s.verdict)`,
  },
  region: { at: at('region_id'), among: within('region_id', 'region_closure') },
  chain: { at: at('chain_id'), nullable: true, among: within('chain_id', 'chain_closure') },
  standing: { at: at('standing') },
  givenOn: { at: at('given_on'), nullable: true },
  endsOn: { at: at('ends_on'), nullable: true },
  since: { at: at('since') },
};

/** Enterprises in the actor's reach: by their place, or by the park that they lie in. */
const inSight = ({ reach }: Pick<Actor, 'reach'>, alias: string) =>
  reach.everything || reach.units.size === 0
    ? withinReach(reach, alias)
    : sql<SqlBool>`(${withinReach(reach, alias)} or ${sql.ref(`${alias}.park_id`)} = any (${[...reach.units]}::text[]))`;

const likely = sql<SqlBool>`s.within`;

/** Given for the first time within a year. */
const isNew = ({ from, to }: PipelineSearch['year']) => sql<SqlBool>`(s.given_on between ${from}::date and ${to}::date
  and not exists (select from enterprise_title earlier where earlier.enterprise_id = s.enterprise_id
    and earlier.kind = s.title and earlier.given_on < ${from}::date))`;

function inBox({ box, until, year }: Pick<PipelineSearch, 'box' | 'until' | 'year'>): RawBuilder<SqlBool> {
  switch (box) {
    case 'reach':
      return likely;
    case 'met':
      return sql<SqlBool>`s.standing <> 'held' and s.verdict = 'met'`;
    case 'expiring':
      return sql<SqlBool>`s.standing = 'held' and s.ends_on <= ${until}::date`;
    case 'new':
      return isNew(year);
    default:
      return sql<SqlBool>`s.standing = ${box}`;
  }
}

/** Conditions of likelihood are written in percent. */
const stored = (filter: ListFilter): ListFilter =>
  Object.fromEntries(
    Object.entries(filter).map(([key, condition]): [string, Condition] => {
      if (key !== 'reach' || !('from' in condition || 'to' in condition)) return [key, condition];
      const tenfold = (value: string | number | undefined, cut: (n: number) => number) =>
        value === undefined ? undefined : cut(Math.max(-1, Math.min(101, Number(value))) * 10);
      const [from, to] = [tenfold(condition.from, Math.ceil), tenfold(condition.to, Math.floor)];
      return [key, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
    }),
  );

const usual: Readonly<Record<PipelineBox, readonly SortKey[]>> = {
  reach: [{ key: 'reach', descending: true }],
  met: [{ key: 'reach', descending: true }],
  expiring: [{ key: 'endsOn', descending: false }],
  held: [{ key: 'endsOn', descending: false }],
  expired: [{ key: 'endsOn', descending: true }],
  new: [{ key: 'givenOn', descending: true }],
};

const standings = (db: LadderDb) =>
  db.selectFrom('ladder_standing as s').innerJoin('enterprise as e', 'e.id', 's.enterprise_id');

const found = (db: LadderDb, search: PipelineSearch, actor: Actor) =>
  standings(db)
    .where('s.title', '=', search.title)
    .where(inBox(search))
    .where(inSight(actor, 's'))
    .where(
      matches({ words: search.words, filter: stored(search.filter) }, fields, {
        lowered: sql`lower(e.name || ' ' || coalesce(e.code, ''))`,
      }),
    );

const inOrder = ({ sort, box }: PipelineSearch) =>
  orderOf(sort.length === 0 ? usual[box] : sort, fields, at('enterprise_id'));

export async function listStandings(
  db: LadderDb,
  search: PipelineSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; rows: ListedStanding[] }> {
  const query = found(db, search, actor);
  const ids = await query
    .select('s.enterprise_id as id')
    .orderBy(inOrder(search))
    .limit(limit)
    .offset(offset)
    .execute();
  const seenToEnd = ids.length < limit && (ids.length > 0 || offset === 0);
  const counted = seenToEnd
    ? { total: offset + ids.length, capped: false }
    : await cappedCount(db, query.select('s.enterprise_id') as never);
  const wanted = ids.map(({ id }) => id);
  const known = new Map(
    (await listedStandings(db, search.title, wanted, actor)).map((row) => [row.enterprise_id, row]),
  );
  return { ...counted, rows: wanted.flatMap((id) => known.get(id) ?? []) };
}

export async function listStandingIds(
  db: LadderDb,
  search: PipelineSearch,
  actor: Actor,
  limit: number,
): Promise<string[]> {
  const query = found(db, search, actor).select('s.enterprise_id as id').orderBy(inOrder(search)).limit(limit);
  return (await query.execute()).map(({ id }) => id);
}

export const listedStandings = (
  db: LadderDb,
  title: string,
  ids: readonly string[],
  actor: Actor,
): Promise<ListedStanding[]> =>
  standings(db)
    .selectAll('s')
    .select(['e.name', 'e.code'])
    .select([
      sql<string>`coalesce((select t.name from region_term t where t.code = s.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1), s.region_id)`.as('region_name'),
      sql<string | null>`(select c.name from chain c where c.id = s.chain_id)`.as('chain_name'),
    ])
    .where('s.title', '=', title)
    .where(sql<SqlBool>`s.enterprise_id = any (${[...ids]}::text[])`)
    .where(inSight(actor, 's'))
    .execute();

/** Where counts are asked for; null: everywhere in sight. */
export interface CountedPlace {
  readonly region: string | null;
  readonly chain: string | null;
}

const inPlace = ({ region, chain }: CountedPlace): RawBuilder<SqlBool> =>
  sql<SqlBool>`${region === null ? sql`true` : within('region_id', 'region_closure')([region])}
    and ${chain === null ? sql`true` : within('chain_id', 'chain_closure')([chain])}`;

export interface TitleCounts {
  readonly title: string;
  readonly held: number;
  readonly expiring: number;
  readonly expired: number;
  readonly reach: number;
  readonly met: number;
  readonly new: number;
  /** Had it, and it is not within reach again. */
  readonly lost: number;
}

/** How many stand how by each title, in a place. */
export async function countStandings(
  db: LadderDb,
  actor: Actor,
  place: CountedPlace,
  { until, year, titles }: Pick<PipelineSearch, 'until' | 'year'> & { readonly titles: readonly string[] | null },
): Promise<TitleCounts[]> {
  const { rows } = await sql<TitleCounts>`
    select s.title, count(*) filter (where s.standing = 'held') as held,
      count(*) filter (where s.standing = 'held' and s.ends_on <= ${until}::date) as expiring,
      count(*) filter (where s.standing = 'expired') as expired,
      count(*) filter (where ${likely}) as reach,
      count(*) filter (where s.standing <> 'held' and s.verdict = 'met') as met,
      count(*) filter (where s.standing = 'expired' and not ${likely}) as lost,
      count(*) filter (where ${isNew(year)}) as new
    from ladder_standing s where ${inSight(actor, 's')} and ${inPlace(place)}
      and ${titles === null ? sql`true` : sql`s.title = any (${[...titles]}::text[])`}
    group by s.title`.execute(db);
  return rows;
}

/** How many enterprises there are in a place, in sight. */
export async function countOpen(db: LadderDb, actor: Actor, place: CountedPlace): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from enterprise_seen s
    where s.counts and s.state in ('open', 'suspended') and ${inSight(actor, 's')} and ${inPlace(place)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What some judgements were made by. */
export const readPrograms = (db: LadderDb, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('ladder_program')
        .select(['id', 'content'])
        .where('id', 'in', [...ids])
        .execute();
