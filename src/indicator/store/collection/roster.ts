import { type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../../platform/http/list-query.ts';
import { type Actor, withinReach } from '../../../access/index.ts';
import type { Db } from './db.ts';

/** An enterprise that a unit reports, from a month on. */
export interface StoredEntry {
  readonly id: string;
  readonly revision: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  readonly regionName: string | null;
  readonly enterpriseId: string;
  readonly name: string;
  readonly chainId: string | null;
  readonly chainName: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface RosterSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

const at = (column: string) => sql.ref(`roster.${column}`);
const unitName = sql<string>`(select u.name from unit u where u.id = roster.unit_id)`;
const chainName = sql<string | null>`(select c.name from chain c where c.id = roster.chain_id)`;
const regionName = sql<string | null>`(select t.name from region_term t where t.code = roster.region_id
  order by (t.valid_to is null) desc, t.valid_to desc limit 1)`;
const below = (column: string, closure: string) => (values: readonly string[]) => {
  const today = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  return sql<SqlBool>`${at(column)} in (select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[]) ${today})`;
};
const fields: ListedFields = {
  enterpriseId: { at: at('enterprise_id') },
  name: { at: at('name') },
  unit: { at: at('unit_id'), order: unitName, among: below('unit_id', 'unit_closure') },
  region: { at: at('region_id'), among: below('region_id', 'region_closure') },
  chain: { at: at('chain_id'), order: chainName, nullable: true, among: below('chain_id', 'chain_closure') },
  from: { at: at('from_month') },
  until: { at: at('until_month'), nullable: true },
};

const named = (db: Db) =>
  db
    .selectFrom('roster')
    .select([
      'roster.id',
      'roster.revision',
      'roster.unit_id as unitId',
      'roster.region_id as regionId',
      'roster.enterprise_id as enterpriseId',
      'roster.name',
      'roster.chain_id as chainId',
      'roster.from_month as from',
      'roster.until_month as until',
    ])
    .select([unitName.as('unitName'), chainName.as('chainName'), regionName.as('regionName')]);

const found = (db: Db, search: RosterSearch, actor: Actor) =>
  named(db)
    .where(withinReach(actor.reach, 'roster'))
    .where(matches(search, fields, [at('name'), at('enterprise_id'), unitName]));
const inOrder = ({ sort }: RosterSearch) =>
  orderOf(sort.length === 0 ? [{ key: 'name', descending: false }] : sort, fields, at('id'));

export async function listRoster(
  db: Db,
  search: RosterSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; entries: StoredEntry[] }> {
  const query = found(db, search, actor);
  const entries = await query.orderBy(inOrder(search)).limit(limit).offset(offset).execute();
  const seenToEnd = entries.length < limit && (entries.length > 0 || offset === 0);
  const count = seenToEnd ? { total: offset + entries.length, capped: false } : await cappedCount(db, query);
  return { ...count, entries };
}

export async function listRosterIds(db: Db, search: RosterSearch, actor: Actor, limit: number): Promise<string[]> {
  const query = found(db, search, actor).orderBy(inOrder(search)).limit(limit);
  return (await query.clearSelect().select('roster.id').execute()).map(({ id }) => id);
}

export const readRosterEntries = (db: Db, ids: readonly string[], actor: Actor): Promise<StoredEntry[]> =>
  named(db)
    .where(withinReach(actor.reach, 'roster'))
    .where(sql<SqlBool>`roster.id = any (${[...ids]}::text[])`)
    .execute();

export const lockEntry = (db: Db, id: string): Promise<StoredEntry | undefined> =>
  named(db).where('roster.id', '=', id).forUpdate('roster').executeTakeFirst();

/** Keeps others from changing the rosters of some units until the transaction ends. */
export async function lockRosters(db: Db, unitIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(unitIds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext(${`jingwei roster ${id}`}))`.execute(db);
}

/** Everything that stands in the rosters of some units. */
export const rosterOfUnits = (db: Db, unitIds: readonly string[]): Promise<StoredEntry[]> =>
  named(db)
    .where(sql<SqlBool>`roster.unit_id = any (${[...unitIds]}::text[])`)
    .orderBy('roster.unit_id')
    .orderBy('roster.from_month')
    .execute();

export type NewEntry = Omit<StoredEntry, 'revision' | 'unitName' | 'regionName' | 'chainName'>;

export async function putEntries(db: Db, entries: readonly NewEntry[], by: string, at_: string): Promise<void> {
  if (entries.length === 0) return;
  const of = <T>(read: (entry: NewEntry) => T): T[] => entries.map(read);
  await sql`
    insert into roster as r (id, revision, unit_id, region_id, enterprise_id, name, chain_id, from_month, until_month,
      changed_at, changed_by)
    select e.id, 1, e.unit_id, e.region_id, e.enterprise_id, e.name, e.chain_id, e.from_month, e.until_month, ${at_}, ${by}
    from unnest(${of(({ id }) => id)}::text[], ${of(({ unitId }) => unitId)}::text[],
      ${of(({ regionId }) => regionId)}::text[], ${of(({ enterpriseId }) => enterpriseId)}::text[],
      ${of(({ name }) => name)}::text[], ${of(({ chainId }) => chainId)}::text[], ${of(({ from }) => from)}::text[],
      ${of(({ until }) => until)}::text[])
      e (id, unit_id, region_id, enterprise_id, name, chain_id, from_month, until_month)
    on conflict (id) do update set revision = r.revision + 1, name = excluded.name, until_month = excluded.until_month,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db);
}
