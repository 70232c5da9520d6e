import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../platform/db/index.ts';
import type { ActingPost, Actor } from './domain/actor.ts';
import { isPermission, type Permission } from './domain/permissions.ts';
import { noReach, type Reach } from './domain/reach.ts';

/**
 * The rows of a scoped table in reach, for the WHERE of a query: `alias` is the table's name there. The database's own
 * policies say the same; this says it in values that an index can follow.
 */
export function withinReach(reach: Reach, alias: string): RawBuilder<SqlBool> {
  if (reach.everything) return sql<SqlBool>`true`;
  const at = (column: string) => sql.ref(`${alias}.${column}`);
  const [region, unit, chain] = [at('region_id'), at('unit_id'), at('chain_id')];
  const ways = [
    [reach.regions, region],
    [reach.units, unit],
    [reach.chains, sql`${chain} || '@' || ${region}`],
    [reach.unitChains, sql`${unit} || '@' || ${chain}`],
  ] as const;
  const open = ways.filter(([set]) => set.size > 0).map(([set, value]) => sql`${value} = any (${[...set]}::text[])`);
  return open.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(open, sql` or `)})`;
}

/** What a session or another way in knows of who comes. */
export interface Caller {
  readonly personId: string;
  /** The post to act as; null for a person without one. */
  readonly postId: string | null;
  readonly sessionId: string | null;
  readonly from: string;
}

/** Counts every change of organisation and grants: what was loaded holds until it changes. */
export async function organisationRevision<T>(db: Kysely<T>): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select revision from organisation_revision`.execute(db);
  return rows[0]?.revision ?? 0;
}

/**
 * The actor of a caller on a day (`YYYY-MM-DD`): the post must be the person's own, or be delegated to him, on that day;
 * else he has none, and with it no permission. Undefined when there is no such person, or no longer. Ask as the system.
 */
export async function loadActor<T>(db: Kysely<T>, caller: Caller, day: string): Promise<Actor | undefined> {
  const { personId, postId, sessionId, from } = caller;
  const person = (
    await sql<{ name: string }>`
      select name from person where id = ${personId} and (valid_to is null or valid_to > ${day}::date)`.execute(db)
  ).rows[0];
  if (person === undefined) return undefined;
  const actor = { id: personId, name: person.name, from, sessionId };
  const row = postId === null ? undefined : await postRow(db, personId, postId, day);
  if (row === undefined) return { ...actor, post: null, permissions: new Set(), reach: noReach };
  return {
    ...actor,
    post: postOf(row, personId),
    permissions: new Set<Permission>(row.permissions.filter(isPermission)),
    reach: await loadReach(db, row),
  };
}

interface PostRow {
  id: string;
  title: string;
  unit_id: string;
  unit_name: string;
  region_id: string;
  role_id: string | null;
  role_name: string | null;
  scope_kind: string | null;
  permissions: string[];
  grant_region: string | null;
  chains: string[];
  holder_id: string;
  holder_name: string;
}

const postOf = (row: PostRow, personId: string): ActingPost => ({
  id: row.id,
  title: row.title,
  unitId: row.unit_id,
  unitName: row.unit_name,
  regionId: row.region_id,
  scopeRegionId: row.grant_region ?? row.region_id,
  chains: row.chains,
  roleId: row.role_id,
  roleName: row.role_name,
  onBehalfOf: row.holder_id === personId ? null : { id: row.holder_id, name: row.holder_name },
});

async function postRow<T>(db: Kysely<T>, personId: string, postId: string, day: string): Promise<PostRow | undefined> {
  const { rows } = await sql<PostRow>`
    select p.id, p.title, p.unit_id, u.name as unit_name, u.region_id, r.id as role_id, r.name as role_name,
      r.scope_kind, coalesce(r.permissions, '{}') as permissions, g.region_id as grant_region,
      coalesce(g.chains, '{}') as chains, h.id as holder_id, h.name as holder_name
    from post p
      join unit u on u.id = p.unit_id
      join person h on h.id = p.person_id
      left join post_grant g on g.post_id = p.id and g.state = 'granted'
      left join access_role r on r.id = g.role_id
    where p.id = ${postId}
      and (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
      and (h.valid_to is null or h.valid_to > ${day}::date)
      and (p.person_id = ${personId} or exists (
        select from delegation d
        where d.post_id = p.id and d.to_person = ${personId} and d.revoked_at is null
          and d.valid_from <= ${day}::date and d.valid_to > ${day}::date))`.execute(db);
  return rows[0];
}

/** The same sets as the database's jw_regions, jw_units, jw_chains, jw_unit_chains and jw_own_regions. */
async function loadReach<T>(db: Kysely<T>, row: PostRow): Promise<Reach> {
  const above = await regionsAbove(db, row.region_id);
  const byRegion = row.scope_kind === 'region' && row.grant_region !== null;
  const regions = byRegion ? await regionsBelow(db, row.grant_region ?? '') : [];
  const units = row.scope_kind === 'unit' ? await unitsBelow(db, row.unit_id) : [];
  const chains = row.chains.length > 0 ? await chainsBelow(db, row.chains) : [];
  const narrowed = row.chains.length > 0;
  return {
    everything: false,
    regions: new Set(narrowed ? [] : regions),
    units: new Set(narrowed ? [] : units),
    chains: new Set(chains.flatMap((chain) => regions.map((region) => `${chain}@${region}`))),
    unitChains: new Set(units.flatMap((unit) => chains.map((chain) => `${unit}@${chain}`))),
    above: new Set(above),
  };
}

const names = ({ rows }: { rows: { id: string }[] }): string[] => rows.map(({ id }) => id);

const regionsBelow = async <T>(db: Kysely<T>, region: string): Promise<string[]> =>
  names(
    await sql<{ id: string }>`select descendant as id from region_closure
      where ancestor = ${region} and current_date >= valid_from and current_date < valid_to`.execute(db),
  );

const regionsAbove = async <T>(db: Kysely<T>, region: string): Promise<string[]> =>
  names(
    await sql<{ id: string }>`select ancestor as id from region_closure
      where descendant = ${region} and current_date >= valid_from and current_date < valid_to`.execute(db),
  );

const unitsBelow = async <T>(db: Kysely<T>, unit: string): Promise<string[]> =>
  names(await sql<{ id: string }>`select descendant as id from unit_closure where ancestor = ${unit}`.execute(db));

const chainsBelow = async <T>(db: Kysely<T>, chains: readonly string[]): Promise<string[]> =>
  names(
    await sql<{ id: string }>`select distinct descendant as id from chain_closure
      where ancestor = any (${chains as string[]})`.execute(db),
  );
