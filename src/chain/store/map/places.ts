import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { ChainTables } from '../tables.ts';
import type { ChainPlaceTable } from './tables.ts';

type Db = Kysely<ChainTables>;

export type StoredPlace = ChainPlaceTable;

/** What is known of an enterprise when it is placed, and where it belongs. */
export interface ToPlace {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly industry: string | null;
  readonly products: readonly string[];
  readonly scope: string;
  readonly regionId: string;
  readonly unitId: string | null;
}

const toPlace = sql`e.id, e.no::float8 as no, e.name, e.industry, e.products, e.scope, e.region_id as "regionId", e.unit_id as "unitId"`;
const working = sql`e.counts and e.state in ('open', 'suspended')`;
const within = (regionId: string) => sql`e.region_id in (select descendant from region_closure
  where ancestor = ${regionId} and current_date >= valid_from and current_date < valid_to)`;

/** The next enterprises of a region in the order of their numbers. */
export async function nextToPlace(
  db: Db,
  { regionId, after, limit }: { readonly regionId: string; readonly after: number; readonly limit: number },
): Promise<ToPlace[]> {
  const { rows } = await sql<ToPlace>`select ${toPlace} from enterprise e
    where e.no > ${after} and ${working} and ${within(regionId)} order by e.no limit ${limit}`.execute(db);
  return rows;
}

/** Takes some of the enterprises that changed off the list; nobody else takes the same. */
export async function takeStale(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from chain_place_stale where enterprise_id in (
    select enterprise_id from chain_place_stale limit ${limit} for update skip locked) returning enterprise_id as id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Those of some enterprises that work in a region. */
export async function theseToPlace(db: Db, regionId: string, ids: readonly string[]): Promise<ToPlace[]> {
  const { rows } = await sql<ToPlace>`select ${toPlace} from enterprise e
    where e.id = any (${[...ids]}::text[]) and ${working} and ${within(regionId)}`.execute(db);
  return rows;
}

export interface RulePlace {
  readonly enterpriseId: string;
  /** Null: of no node. */
  readonly nodeId: string | null;
  readonly score: number;
  readonly reason: string;
  readonly secondId: string | null;
  readonly regionId: string;
  readonly unitId: string | null;
}

/**
 * Writes what the rule says of some enterprises, all at once. What a person said stays; beside it stands what the rule would
 * say. What changes its node goes into the past.
 */
export async function saveRulePlaces(db: Db, chainId: string, places: readonly RulePlace[], at: string): Promise<void> {
  if (places.length === 0) return;
  const column = <T>(of: (place: RulePlace) => T) => places.map(of);
  const given = sql`unnest(${column((p) => p.enterpriseId)}::text[], ${column((p) => p.nodeId)}::text[],
    ${column((p) => p.score)}::real[], ${column((p) => p.reason)}::text[], ${column((p) => p.secondId)}::text[],
    ${column((p) => p.regionId)}::text[], ${column((p) => p.unitId)}::text[])
    as g (enterprise_id, node_id, score, reason, second_id, region_id, unit_id)`;
  await sql`insert into chain_place_past (chain_id, enterprise_id, node_id, reason, by_kind, by_name, at, until)
    select p.chain_id, p.enterprise_id, p.node_id, p.reason, p.by_kind, p.by_name, p.at, ${at}::timestamptz
    from chain_place p join ${given} on g.enterprise_id = p.enterprise_id
    where p.chain_id = ${chainId} and p.by_kind = 'rule' and p.node_id is distinct from g.node_id`.execute(db);
  await sql`delete from chain_place p using ${given} where p.chain_id = ${chainId} and p.enterprise_id = g.enterprise_id
    and p.by_kind = 'rule' and g.node_id is null`.execute(db);
  await sql`update chain_place p set second_id = g.node_id, score = g.score, region_id = g.region_id, unit_id = g.unit_id
    from ${given} where p.chain_id = ${chainId} and p.enterprise_id = g.enterprise_id and p.by_kind = 'person'
      and (p.second_id, p.score, p.region_id, p.unit_id) is distinct from (g.node_id, g.score, g.region_id, g.unit_id)`.execute(
    db,
  );
  await sql`insert into chain_place (chain_id, enterprise_id, node_id, score, reason, second_id, by_kind, at, region_id, unit_id)
    select ${chainId}, g.enterprise_id, g.node_id, g.score, g.reason, g.second_id, 'rule', ${at}::timestamptz, g.region_id, g.unit_id
    from ${given} where g.node_id is not null
    on conflict (chain_id, enterprise_id) do update
      set node_id = excluded.node_id, score = excluded.score, reason = excluded.reason, second_id = excluded.second_id,
        region_id = excluded.region_id, unit_id = excluded.unit_id,
        at = case when chain_place.node_id is distinct from excluded.node_id then excluded.at else chain_place.at end
      where chain_place.by_kind = 'rule'
        and (chain_place.node_id, chain_place.score, chain_place.reason, chain_place.region_id, chain_place.unit_id)
          is distinct from (excluded.node_id, excluded.score, excluded.reason, excluded.region_id, excluded.unit_id)`.execute(
    db,
  );
}

/** Takes away what the rule said of those that no longer work here, of some or of all. */
export async function dropGone(
  db: Db,
  chainId: string,
  regionId: string,
  ids: readonly string[] | null,
): Promise<void> {
  const among = ids === null ? sql`true` : sql`p.enterprise_id = any (${[...ids]}::text[])`;
  await sql`delete from chain_place p using enterprise e
    where p.chain_id = ${chainId} and e.id = p.enterprise_id and p.by_kind = 'rule' and ${among}
      and not (${working} and ${within(regionId)})`.execute(db);
}

/** Enterprises whose best place is in a chain and that have no main chain yet. */
export async function withoutMainChain(db: Db, chainId: string, ids: readonly string[] | null): Promise<string[]> {
  const among = ids === null ? sql`true` : sql`p.enterprise_id = any (${[...ids]}::text[])`;
  const { rows } = await sql<{ id: string }>`select p.enterprise_id as id
    from chain_place p join enterprise e on e.id = p.enterprise_id
    where p.chain_id = ${chainId} and p.node_id is not null and e.chain_id is null and ${among}
      and not exists (select from chain_place o where o.enterprise_id = p.enterprise_id and o.chain_id <> p.chain_id
        and o.node_id is not null and (o.by_kind = 'person' and p.by_kind = 'rule' or o.score > p.score + 5))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function lockPlace(db: Db, chainId: string, enterpriseId: string): Promise<StoredPlace | undefined> {
  return db
    .selectFrom('chain_place')
    .selectAll()
    .where('chain_id', '=', chainId)
    .where('enterprise_id', '=', enterpriseId)
    .forUpdate()
    .executeTakeFirst();
}

/** Where the enterprise belongs and which chain it mainly is of; undefined where it is out of sight. */
export async function placedEnterprise(
  db: Db,
  id: string,
): Promise<(ToPlace & { readonly mainChain: string | null }) | undefined> {
  const { rows } = await sql<ToPlace & { mainChain: string | null }>`select ${toPlace}, e.chain_id as "mainChain"
    from enterprise e where e.id = ${id} and e.counts`.execute(db);
  return rows[0];
}

/** Keeps what was as past and writes what holds now. */
export async function putPlace(db: Db, before: StoredPlace | undefined, after: StoredPlace): Promise<void> {
  const { chain_id, enterprise_id, ...kept } = after;
  await db
    .insertInto('chain_place')
    .values(after)
    .onConflict((conflict) => conflict.columns(['chain_id', 'enterprise_id']).doUpdateSet(kept))
    .execute();
  if (before === undefined) return;
  const { node_id, reason, by_kind, by_name, at } = before;
  await db
    .insertInto('chain_place_past')
    .values({ chain_id, enterprise_id, node_id, reason, by_kind, by_name, at, until: after.at })
    .execute();
}

export async function deletePlace(db: Db, chainId: string, enterpriseId: string): Promise<void> {
  await db
    .deleteFrom('chain_place')
    .where('chain_id', '=', chainId)
    .where('enterprise_id', '=', enterpriseId)
    .execute();
}
