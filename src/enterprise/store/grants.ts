import { type SqlBool, sql } from 'kysely';
import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

const columns = [
  ...(['id', 'enterprise_id', 'revision', 'clause', 'title', 'doc_number', 'granted_on', 'amount_fen'] as const),
  ...(['payer', 'paid_year', 'source', 'at', 'by_name'] as const),
] as const;

/** What it was granted up to a day, the newest first; null: everything. */
export const readGrants = (db: Db, enterpriseId: string, until: string | null) =>
  db
    .selectFrom('enterprise_grant')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .$if(until !== null, (query) => query.where('granted_on', '<=', until ?? ''))
    .orderBy('granted_on', 'desc')
    .orderBy('id')
    .execute();
export type StoredGrant = Awaited<ReturnType<typeof readGrants>>[number];

export const lockGrant = (db: Db, enterpriseId: string, grantId: string): Promise<StoredGrant | undefined> =>
  db
    .selectFrom('enterprise_grant')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', grantId)
    .forUpdate()
    .executeTakeFirst();

/** What names one payer's share of one grant. */
export interface GrantKey {
  readonly enterpriseId: string;
  readonly title: string;
  readonly grantedOn: string;
  readonly payer: string;
}

/** Those of the same names that there are already. */
export async function sameGrants(db: Db, keys: readonly GrantKey[]): Promise<StoredGrant[]> {
  if (keys.length === 0) return [];
  const of = (part: keyof GrantKey) => sql`${keys.map((key) => key[part])}::text[]`;
  return db
    .selectFrom('enterprise_grant')
    .select(columns)
    .where(
      sql<SqlBool>`(enterprise_id, title, granted_on::text, payer) in (select * from unnest(
        ${of('enterpriseId')}, ${of('title')}, ${of('grantedOn')}, ${of('payer')}))`,
    )
    .execute();
}

export interface GrantFacts {
  readonly clause: string | null;
  readonly title: string;
  readonly docNumber: string;
  readonly grantedOn: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly paidYear: number | null;
  readonly source: string;
}

const valuesOf = (grant: GrantFacts) => ({
  ...{ clause: grant.clause, title: grant.title, doc_number: grant.docNumber, granted_on: grant.grantedOn },
  ...{ amount_fen: grant.amountFen, payer: grant.payer, paid_year: grant.paidYear, source: grant.source },
});

export async function insertGrant(
  db: Db,
  { id, enterpriseId, at, by, ...grant }: GrantFacts & Doing & { readonly id: string; readonly enterpriseId: string },
): Promise<void> {
  await db
    .insertInto('enterprise_grant')
    .values({ id, enterprise_id: enterpriseId, ...valuesOf(grant), at, by_id: by.id, by_name: by.name })
    .execute();
}

export async function saveGrant(db: Db, id: string, grant: GrantFacts, { at, by }: Doing): Promise<void> {
  await db
    .updateTable('enterprise_grant')
    .set({ ...valuesOf(grant), revision: sql`revision + 1`, at, by_id: by.id, by_name: by.name })
    .where('id', '=', id)
    .execute();
}

export async function deleteGrant(db: Db, id: string): Promise<void> {
  await db.deleteFrom('enterprise_grant').where('id', '=', id).execute();
}
