import { type SqlBool, sql } from 'kysely';
import { cappedCount } from '../../../platform/db/list-sql.ts';
import { type Actor, withinReach } from '../../access/index.ts';
import type { DutyState } from '../domain/model/index.ts';
import { belowChain, belowRegion, chainNameAt, type Db, inSight, regionNameAt, unitNameAt } from './db.ts';

/** How far an enterprise of a round is: its latest diagnosis by the questionnaire that began in the round's days. */
const latest = sql`lateral (select d.id, d.state, d.level, d.level_name, d.answered, d.wanted from diagnosis d
  where d.enterprise_id = duty.enterprise_id and d.questionnaire_id = c.questionnaire_id and d.state <> 'dropped'
    and (d.campaign_id = c.id or (d.begun_at at time zone 'Asia/Shanghai')::date >= c.begins_on)
  order by d.begun_at desc limit 1)`;
const stateOf = sql<DutyState>`coalesce(d.state, 'none')`;

const counts = sql`count(*)::int as "all", count(*) filter (where d.id is null)::int as "none",
  count(*) filter (where d.state = 'filling')::int as filling, count(*) filter (where d.state = 'submitted')::int as submitted,
  count(*) filter (where d.state = 'inspected')::int as inspected`;

export interface DutyCounts {
  readonly all: number;
  readonly none: number;
  readonly filling: number;
  readonly submitted: number;
  readonly inspected: number;
}

export const campaignRows = (db: Db, actor: Actor) =>
  db
    .selectFrom('diagnosis_campaign as c')
    .selectAll('c')
    .select([
      regionNameAt('c.region_id').as('region_name'),
      unitNameAt('c.unit_id').as('unit_name'),
      chainNameAt('c.chain_id').as('chain_name'),
    ])
    .where(withinReach(actor.reach, 'c'));
export type StoredCampaign = Awaited<ReturnType<ReturnType<typeof campaignRows>['executeTakeFirstOrThrow']>>;

export const readCampaignRow = (db: Db, actor: Actor, id: string): Promise<StoredCampaign | undefined> =>
  campaignRows(db, actor).where('c.id', '=', id).executeTakeFirst();
export const lockCampaignRow = (db: Db, actor: Actor, id: string): Promise<StoredCampaign | undefined> =>
  campaignRows(db, actor).where('c.id', '=', id).forUpdate('c').executeTakeFirst();
export const listCampaignRows = (db: Db, actor: Actor, most: number): Promise<StoredCampaign[]> =>
  campaignRows(db, actor)
    .orderBy(sql`c.closed_at is not null`)
    .orderBy('c.due_on', 'desc')
    .orderBy('c.id')
    .limit(most)
    .execute();

export async function insertCampaign(
  db: Db,
  row: Omit<StoredCampaign, 'revision' | 'closed_at' | 'closed_by' | 'region_name' | 'unit_name' | 'chain_name'>,
): Promise<void> {
  await db
    .insertInto('diagnosis_campaign')
    .values({ ...row, closed_at: null, closed_by: null })
    .execute();
}

/** Enterprises in sight that a round is about, the first so many. */
export async function enterprisesFor(
  db: Db,
  actor: Actor,
  of: {
    readonly regionId: string;
    readonly chainId: string | null;
    readonly industries: readonly string[];
    readonly scales: readonly string[];
  },
  most: number,
): Promise<
  {
    id: string;
    name: string;
    unit_id: string | null;
    unit_name: string | null;
    region_id: string;
    chain_id: string | null;
  }[]
> {
  let query = db
    .selectFrom('enterprise as e')
    .select(['e.id', 'e.name', 'e.unit_id', 'e.region_id', 'e.chain_id', unitNameAt('e.unit_id').as('unit_name')])
    .where(inSight(actor, 'e'))
    .where(belowRegion('e.region_id', of.regionId))
    .where('e.merged_into', 'is', null)
    .where('e.state', 'in', ['open', 'suspended']);
  if (of.chainId !== null) query = query.where(belowChain('e.chain_id', of.chainId));
  if (of.scales.length > 0) query = query.where(sql<SqlBool>`e.scale = any (${[...of.scales]}::text[])`);
  if (of.industries.length > 0)
    query = query.where(
      sql<SqlBool>`(${sql.join(
        of.industries.map((code) => sql`e.industry like ${`${code}%`}`),
        sql` or `,
      )})`,
    );
  return query.orderBy('e.id').limit(most).execute();
}

export async function insertDuties(db: Db, campaignId: string, ids: readonly string[]): Promise<void> {
  await sql`insert into diagnosis_duty (campaign_id, enterprise_id)
    select ${campaignId}, unnest(${[...ids]}::text[]) on conflict do nothing`.execute(db);
}

/** Open rounds that ask for an enterprise. */
export async function dutiesOf(
  db: Db,
  enterpriseId: string,
): Promise<{ id: string; name: string; due_on: string; questionnaire_id: string; unit_id: string }[]> {
  const { rows } = await sql<{ id: string; name: string; due_on: string; questionnaire_id: string; unit_id: string }>`
    select c.id, c.name, c.due_on::text, c.questionnaire_id, c.unit_id
    from diagnosis_duty duty join diagnosis_campaign c on c.id = duty.campaign_id
    where duty.enterprise_id = ${enterpriseId} and c.closed_at is null order by c.due_on, c.id`.execute(db);
  return rows;
}

export async function campaignCounts(db: Db, ids: readonly string[]): Promise<Map<string, DutyCounts>> {
  const { rows } = await sql<DutyCounts & { id: string }>`select c.id, ${counts}
    from diagnosis_campaign c join diagnosis_duty duty on duty.campaign_id = c.id left join ${latest} d on true
    where c.id = any (${[...ids]}::text[]) group by c.id`.execute(db);
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

export interface GroupCounts extends DutyCounts {
  readonly key: string;
  readonly name: string;
  /** `level name` -> how many. */
  readonly levels: readonly { readonly level: number; readonly name: string; readonly count: number }[];
}

/** How far a round is, by region or by chain. */
export async function boardGroups(db: Db, campaignId: string, by: 'region' | 'chain'): Promise<GroupCounts[]> {
  const key = by === 'region' ? sql`e.region_id` : sql`coalesce(e.chain_id, '')`;
  const name = by === 'region' ? regionNameAt('g.key') : sql`coalesce(${chainNameAt('g.key')}, '没有注明产业链')`;
  const { rows } = await sql<GroupCounts>`with each as (
      select ${key} as key, d.id, d.state, d.level, d.level_name
      from diagnosis_campaign c join diagnosis_duty duty on duty.campaign_id = c.id
        join enterprise e on e.id = duty.enterprise_id left join ${latest} d on true
      where c.id = ${campaignId})
    select g.*, ${name} as name, coalesce((select json_agg(l order by l.level) from (
        select each.level, coalesce(min(each.level_name), '未定级') as name, count(*)::int as count from each
        where each.key = g.key and each.state = 'inspected' and each.level is not null group by each.level) l), '[]') as levels
    from (select d.key, ${counts} from each d group by d.key) g order by g."all" desc, g.key`.execute(db);
  return rows;
}

export interface DutySearch {
  readonly campaignId: string;
  readonly state?: DutyState | undefined;
  readonly regionId?: string | undefined;
  readonly chainId?: string | undefined;
}

export async function listDutyRows(
  db: Db,
  actor: Actor,
  search: DutySearch,
  page: { readonly limit: number; readonly offset: number },
) {
  let query = db
    .selectFrom('diagnosis_campaign as c')
    .innerJoin('diagnosis_duty as duty', 'duty.campaign_id', 'c.id')
    .innerJoin('enterprise as e', 'e.id', 'duty.enterprise_id')
    .leftJoin(
      sql<{ id: string; state: string; level_name: string | null; answered: number; wanted: number }>`${latest}`.as(
        'd',
      ),
      (join) => join.onTrue(),
    )
    .select([
      'e.id',
      'e.name',
      'e.code',
      'e.region_id',
      'e.chain_id',
      'e.unit_id',
      'duty.reminders',
      'duty.reminded_at',
    ])
    .select(['d.id as diagnosis_id', 'd.level_name', 'd.answered', 'd.wanted', stateOf.as('state')])
    .select([
      regionNameAt('e.region_id').as('region_name'),
      chainNameAt('e.chain_id').as('chain_name'),
      unitNameAt('e.unit_id').as('unit_name'),
    ])
    .where('c.id', '=', search.campaignId)
    .where(inSight(actor, 'e'));
  if (search.state !== undefined) query = query.where(sql<SqlBool>`${stateOf} = ${search.state}`);
  if (search.regionId !== undefined) query = query.where(belowRegion('e.region_id', search.regionId));
  if (search.chainId !== undefined) query = query.where(belowChain('e.chain_id', search.chainId));
  const rows = await query
    .orderBy(sql`array_position('{none,filling,submitted,inspected}', ${stateOf})`)
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const seenToEnd = rows.length < page.limit && (rows.length > 0 || page.offset === 0);
  const counted = seenToEnd
    ? { total: page.offset + rows.length, capped: false }
    : await cappedCount(db, query as never);
  return { ...counted, rows };
}

/** Open rounds that have begun and end soon, with all that is in them; ask as the system. */
export async function campaignsNearEnd(
  db: Db,
  day: string,
): Promise<Pick<StoredCampaign, 'id' | 'name' | 'due_on' | 'region_id' | 'unit_id' | 'chain_id'>[]> {
  return db
    .selectFrom('diagnosis_campaign')
    .select(['id', 'name', 'due_on', 'region_id', 'unit_id', 'chain_id'])
    .where('closed_at', 'is', null)
    .where('begins_on', '<=', day)
    .where('due_on', '>=', day)
    .where(sql<SqlBool>`due_on - 31 <= ${day}::date`)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

/** Those of a round that handed in nothing, have somebody to be told and were not spoken to since a day, the first so many. */
export async function dutiesToRemind(
  db: Db,
  campaignId: string,
  since: string,
  most: number,
): Promise<{ id: string; unit_id: string; state: DutyState }[]> {
  const { rows } = await sql<{ id: string; unit_id: string; state: DutyState }>`
    select e.id, e.unit_id, ${stateOf} as state
    from diagnosis_campaign c join diagnosis_duty duty on duty.campaign_id = c.id
      join enterprise e on e.id = duty.enterprise_id left join ${latest} d on true
    where c.id = ${campaignId} and e.unit_id is not null and ${stateOf} in ('none', 'filling')
      and (coalesce(duty.reminded_at, c.created_at) at time zone 'Asia/Shanghai')::date < ${since}
    order by e.id limit ${most} for update of duty skip locked`.execute(db);
  return rows;
}

export async function noteReminded(db: Db, campaignId: string, ids: readonly string[], at: string): Promise<void> {
  await sql`update diagnosis_duty set reminded_at = ${at}, reminders = reminders + 1
    where campaign_id = ${campaignId} and enterprise_id = any (${[...ids]}::text[])`.execute(db);
}

export async function endCampaign(db: Db, id: string, at: string, by: string): Promise<void> {
  await db
    .updateTable('diagnosis_campaign')
    .set({ closed_at: at, closed_by: by, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}

export async function regionOrChainMissing(
  db: Db,
  regionId: string,
  chainId: string | null,
): Promise<'region' | 'chain' | null> {
  const { rows } = await sql<{ region: boolean; chain: boolean }>`select
    exists (select from region where code = ${regionId}) as region,
    ${chainId}::text is null or exists (select from chain where id = ${chainId}) as chain`.execute(db);
  return rows[0]?.region === false ? 'region' : rows[0]?.chain === false ? 'chain' : null;
}
