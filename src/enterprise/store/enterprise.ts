import { type Selectable, type SqlBool, sql } from 'kysely';
import { type Actor, withinReach } from '../../access/index.ts';
import type { EnterpriseContent } from '../domain/model/index.ts';
import type { Db } from './db.ts';
import { chainNameAt, regionNameAt, unitNameAt } from './names.ts';
import type { EnterpriseTable } from './tables.ts';

/** An enterprise as it is kept, with the names of where it is. */
export type StoredEnterprise = Omit<Selectable<EnterpriseTable>, 'searched'> & {
  readonly region_name: string;
  readonly park_name: string | null;
  readonly unit_name: string | null;
  readonly chain_name: string | null;
  readonly merged_name: string | null;
};

export const enterpriseColumns = [
  ...(['id', 'no', 'revision', 'code', 'code_reason', 'name', 'short_name', 'other_names'] as const),
  ...(['legal_representative', 'address', 'region_id', 'park_id', 'industry', 'scale', 'founded_on'] as const),
  ...(['capital_fen', 'scope', 'products', 'state', 'unit_id', 'chain_id', 'tags', 'since', 'merged_into'] as const),
  ...(['counts', 'import_id', 'titles', 'revenue', 'revenue_year', 'employees'] as const),
  ...(['created_at', 'created_by', 'changed_at', 'changed_by'] as const),
] as const;

const namedFrom = (source: 'enterprise' | 'enterprise_seen') => [
  regionNameAt('enterprise.region_id').as('region_name'),
  unitNameAt('enterprise.park_id').as('park_name'),
  unitNameAt('enterprise.unit_id').as('unit_name'),
  chainNameAt('enterprise.chain_id').as('chain_name'),
  sql<string | null>`(select m.name from ${sql.table(source)} m where m.id = enterprise.merged_into)`.as('merged_name'),
];

/** Under row-level security, to be changed. */
export const namedEnterprises = (db: Db) =>
  db
    .selectFrom('enterprise')
    .select(enterpriseColumns.map((column) => `enterprise.${column}` as const))
    .select(namedFrom('enterprise'));

/** The same rows, for lists. */
export const seenEnterprises = (db: Db) =>
  db
    .selectFrom('enterprise_seen as enterprise')
    .select(enterpriseColumns.map((column) => `enterprise.${column}` as const))
    .select(namedFrom('enterprise_seen'));

/** What an actor may see: by its place, or by the park that it lies in. */
export const inSight = ({ reach }: Pick<Actor, 'reach'>, alias = 'enterprise') =>
  reach.everything
    ? sql<SqlBool>`true`
    : reach.units.size === 0
      ? withinReach(reach, alias)
      : sql<SqlBool>`(${withinReach(reach, alias)} or ${sql.ref(`${alias}.park_id`)} = any (${[...reach.units]}::text[]))`;

export const readEnterpriseRow = (db: Db, actor: Actor, id: string): Promise<StoredEnterprise | undefined> =>
  namedEnterprises(db).where('enterprise.id', '=', id).where(inSight(actor)).executeTakeFirst();

/** Held until the transaction ends; only those that may be changed come back. */
export const lockEnterpriseRow = (db: Db, id: string): Promise<StoredEnterprise | undefined> =>
  namedEnterprises(db).where('enterprise.id', '=', id).forUpdate('enterprise').executeTakeFirst();

export const mergedInto = (db: Db, id: string) =>
  db.selectFrom('enterprise').select(['id', 'name']).where('merged_into', '=', id).orderBy('name').execute();

export const contentOf = (row: StoredEnterprise): EnterpriseContent => ({
  ...{ code: row.code, codeReason: row.code_reason, name: row.name, shortName: row.short_name },
  ...{ otherNames: row.other_names, legalRepresentative: row.legal_representative, address: row.address },
  ...{ regionId: row.region_id, parkId: row.park_id, industry: row.industry, scale: row.scale },
  ...{ foundedOn: row.founded_on, capitalFen: row.capital_fen, scope: row.scope, products: row.products },
  ...{ state: row.state, unitId: row.unit_id, chainId: row.chain_id },
});

const columnsOf = (content: EnterpriseContent) => ({
  ...{ code: content.code, code_reason: content.codeReason, name: content.name, short_name: content.shortName },
  ...{ other_names: [...content.otherNames], legal_representative: content.legalRepresentative },
  ...{ address: content.address, region_id: content.regionId, park_id: content.parkId, industry: content.industry },
  ...{ scale: content.scale, founded_on: content.foundedOn, capital_fen: content.capitalFen, scope: content.scope },
  ...{ products: [...content.products], state: content.state, unit_id: content.unitId, chain_id: content.chainId },
});

export interface Doing {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

export async function insertEnterprise(
  db: Db,
  { id, content, since, at, by }: Doing & { readonly id: string; readonly content: EnterpriseContent; since: string },
): Promise<void> {
  await db
    .insertInto('enterprise')
    .values({
      ...{ id, ...columnsOf(content), since },
      ...{ created_at: at, created_by: by.name, changed_at: at, changed_by: by.name },
    })
    .execute();
}

/** Writes what holds now, from a day on; gives the new revision. */
export async function saveEnterprise(
  db: Db,
  { id, content, since, at, by }: Doing & { readonly id: string; readonly content: EnterpriseContent; since: string },
): Promise<number> {
  const row = await db
    .updateTable('enterprise')
    .set({ ...columnsOf(content), since, revision: sql`revision + 1`, changed_at: at, changed_by: by.name })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** Counts a change that is not one of the content; gives the new revision. */
export async function touchEnterprise(db: Db, id: string, { at, by }: Doing): Promise<number> {
  const row = await db
    .updateTable('enterprise')
    .set({ revision: sql`revision + 1`, changed_at: at, changed_by: by.name })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** Sets the chain that an enterprise mainly belongs to, as the map of the chain places it; as the system. */
export async function putMainChain(db: Db, ids: readonly string[], chainId: string | null): Promise<void> {
  await db
    .updateTable('enterprise')
    .set({ chain_id: chainId })
    .where(sql<SqlBool>`id = any (${[...ids]}::text[])`)
    .where(sql<SqlBool>`chain_id is distinct from ${chainId}`)
    .execute();
}

/** Whoever has a code already, seen or not; as the system. */
export const holderOfCode = (db: Db, code: string) =>
  db
    .selectFrom('enterprise')
    .select(['id', 'name', 'region_id', 'park_id', 'unit_id', 'chain_id'])
    .where('code', '=', code)
    .where('merged_into', 'is', null)
    .executeTakeFirst();

/** Those of the very same name, seen or not; as the system. */
export const holdersOfName = (db: Db, name: string) =>
  db
    .selectFrom('enterprise')
    .select(['id', 'name', 'region_id', 'park_id', 'unit_id', 'chain_id'])
    .where('name', '=', name)
    .where('merged_into', 'is', null)
    .limit(20)
    .execute();

export const enterprisesOfCodes = (db: Db, actor: Actor, codes: readonly string[]): Promise<StoredEnterprise[]> =>
  namedEnterprises(db)
    .where(sql<SqlBool>`enterprise.code = any (${[...codes]}::text[])`)
    .where('enterprise.merged_into', 'is', null)
    .where(inSight(actor))
    .execute();

export const enterpriseOfUnit = (db: Db, actor: Actor, unitId: string) =>
  db
    .selectFrom('enterprise')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('merged_into', 'is', null)
    .where(inSight(actor))
    .executeTakeFirst();

export const enterpriseRowsOf = (db: Db, actor: Actor, ids: readonly string[]): Promise<StoredEnterprise[]> =>
  namedEnterprises(db)
    .where(sql<SqlBool>`enterprise.id = any (${[...ids]}::text[])`)
    .where(inSight(actor))
    .execute();
