import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Likeness } from '../domain/double/model.ts';
import type { Db } from './db.ts';
import { inSight, namedEnterprises, type StoredEnterprise } from './enterprise.ts';
import type { EnterpriseTables } from './tables.ts';

export type StoredPair = Selectable<EnterpriseTables['enterprise_pair']>;

/** What is compared of an enterprise. */
export interface Candidate {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly otherNames: string[];
  readonly address: string;
  readonly legalRepresentative: string;
}

const compared = sql.raw(
  `e.id, e.code, e.name, e.other_names as "otherNames", e.address, e.legal_representative as "legalRepresentative"`,
);

export const comparedRows = async (db: Db, ids: readonly string[]): Promise<Candidate[]> =>
  (
    await sql<Candidate>`select ${compared} from enterprise e where e.id = any (${[...ids]}::text[]) and e.merged_into is null`.execute(
      db,
    )
  ).rows;

export const idsOfImport = async (db: Db, importId: string, most: number): Promise<string[]> =>
  (
    await sql<{
      id: string;
    }>`select id from enterprise where import_id = ${importId} and merged_into is null order by id limit ${most}`.execute(
      db,
    )
  ).rows.map(({ id }) => id);

/** A long list that was brought in, some of which are not compared yet: those after an id. */
export interface Uncompared {
  readonly id: string;
  readonly compared_after: string | null;
}

export const importToCompare = (db: Db): Promise<Uncompared | undefined> =>
  db
    .selectFrom('enterprise_import')
    .select(['id', 'compared_after'])
    .where('compared_after', 'is not', null)
    .where('state', '=', 'saved')
    .orderBy('begun_at')
    .limit(1)
    .executeTakeFirst();

export const idsToCompare = async (db: Db, { id, compared_after }: Uncompared, most: number): Promise<string[]> =>
  (
    await db
      .selectFrom('enterprise')
      .select('id')
      .where('import_id', '=', id)
      .where('id', '>', compared_after ?? '')
      .orderBy('id')
      .limit(most)
      .execute()
  ).map((row) => row.id);

/** Up to which id the enterprises of an import are compared; null: all are. */
export const putCompared = (db: Db, id: string, after: string | null) =>
  db.updateTable('enterprise_import').set({ compared_after: after }).where('id', '=', id).execute();

/** Others that bear the same name, or are found by one of some queries over names and persons; as the system. */
export async function candidatesFor(
  db: Db,
  { id, name }: Candidate,
  query: string | null,
  most: number,
): Promise<Candidate[]> {
  const found = query === null ? sql`false` : sql`e.searched @@ ${query}::tsquery`;
  const { rows } = await sql<Candidate>`
    (select ${compared} from enterprise e where e.name = ${name} and e.id <> ${id} and e.merged_into is null limit ${most})
    union (select ${compared} from enterprise e where ${found} and e.id <> ${id} and e.merged_into is null limit ${most})`.execute(
    db,
  );
  return rows;
}

/** Enterprises of an import that bear the same name as another one. */
export async function namesakes(db: Db, importId: string, most: number): Promise<[string, string][]> {
  const { rows } = await sql<{ one: string; two: string }>`
    select least(e.id, o.id) as one, greatest(e.id, o.id) as two from enterprise e join enterprise o on o.name = e.name and o.id <> e.id
    where e.import_id = ${importId} and e.merged_into is null and o.merged_into is null group by 1, 2 limit ${most}`.execute(
    db,
  );
  return rows.map(({ one, two }) => [one, two]);
}

/** Puts a pair that is not known yet, the older enterprise first; gives whether it is new. As the system. */
export async function insertPair(
  db: Db,
  pair: {
    readonly id: string;
    readonly one: string;
    readonly two: string;
    readonly likeness: Likeness;
    readonly at: string;
  },
): Promise<boolean> {
  const result = await sql`insert into enterprise_pair (id, first_id, second_id, score, reasons, state, found_at)
    select ${pair.id}, min(o.id) filter (where o.nth = 1), min(o.id) filter (where o.nth = 2), ${pair.likeness.score}, ${JSON.stringify(pair.likeness.reasons)}::jsonb, 'open', ${pair.at}
    from (select id, row_number() over (order by created_at, no) as nth from enterprise where id in (${pair.one}, ${pair.two})) o having count(*) = 2
    on conflict (first_id, second_id) do nothing`.execute(db);
  return Number(result.numAffectedRows ?? 0n) > 0;
}

export interface PairSearch {
  readonly box: 'open' | 'same' | 'other' | 'all';
  readonly enterpriseId: string | null;
}

const side = (column: 'first_id' | 'second_id', actor: Actor) =>
  sql<SqlBool>`exists (select from enterprise where enterprise.id = ${sql.ref(`enterprise_pair.${column}`)} and ${inSight(actor)})`;

export async function listPairRows(
  db: Db,
  actor: Actor,
  { box, enterpriseId }: PairSearch,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<StoredPair[]> {
  return (
    db
      .selectFrom('enterprise_pair')
      .selectAll()
      .where(side('first_id', actor))
      .where(side('second_id', actor))
      .$if(box !== 'all', (query) => query.where('state', '=', box === 'all' ? 'open' : box))
      // A pair with one that is part of a third waits for that one.
      .$if(box === 'open', (query) =>
        query.where(
          sql<SqlBool>`not exists (select from enterprise m where m.merged_into is not null and m.id in (enterprise_pair.first_id, enterprise_pair.second_id))`,
        ),
      )
      .$if(enterpriseId !== null, (query) =>
        query.where(sql<SqlBool>`${enterpriseId} in (enterprise_pair.first_id, enterprise_pair.second_id)`),
      )
      .orderBy('score', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute()
  );
}

export const sidesOf = (db: Db, actor: Actor, ids: readonly string[]): Promise<StoredEnterprise[]> =>
  namedEnterprises(db)
    .where(sql<SqlBool>`enterprise.id = any (${[...ids]}::text[])`)
    .where(inSight(actor))
    .execute();

export const lockPairRow = (db: Db, id: string): Promise<StoredPair | undefined> =>
  db.selectFrom('enterprise_pair').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export interface PairDecision {
  readonly state: 'open' | 'same' | 'other';
  readonly keptId: string | null;
  readonly undo: unknown;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string;
}

export async function putPairDecision(
  db: Db,
  pairId: string,
  { state, keptId, undo, at, by, reason }: PairDecision,
): Promise<void> {
  const isOpen = state === 'open';
  await db
    .updateTable('enterprise_pair')
    .set({
      ...{ state, kept_id: keptId, undo: undo === null ? null : JSON.stringify(undo), revision: sql`revision + 1` },
      ...{ decided_at: isOpen ? null : at, decided_by_id: isOpen ? null : by.id, decided_by: isOpen ? null : by.name },
      decided_reason: isOpen ? null : reason,
    })
    .where('id', '=', pairId)
    .execute();
  await db
    .insertInto('enterprise_pair_step')
    .values({
      pair_id: pairId,
      step: isOpen ? 'undo' : state,
      kept_id: keptId,
      reason,
      at,
      by_id: by.id,
      by_name: by.name,
    })
    .execute();
}

/** What went over from one enterprise to another: by table, what names each row there. */
export type Moved = Readonly<Record<string, readonly string[]>>;

/** What hangs on an enterprise, with what two of them cannot both have. */
const hanging = [
  { table: 'enterprise_title', key: 'id', clash: 'o.kind = t.kind and o.given_on = t.given_on' },
  { table: 'enterprise_figures', key: 'period', clash: 'o.period = t.period' },
  { table: 'enterprise_fact', key: "fact || ' ' || t.from_day", clash: 'o.fact = t.fact and o.from_day = t.from_day' },
  { table: 'enterprise_contact', key: 'id', clash: 'false' },
  { table: 'enterprise_contact_private', key: 'contact_id', clash: 'false' },
  { table: 'enterprise_file', key: 'id', clash: 'false' },
  {
    ...{ table: 'enterprise_grant', key: 'id' },
    clash: 'o.title = t.title and o.granted_on = t.granted_on and o.payer = t.payer',
  },
  { table: 'enterprise_promise', key: 'id', clash: 'false' },
  { table: 'enterprise_appeal', key: 'id', clash: 'false' },
] as const;

export const setMergedInto = (db: Db, id: string, into: string | null) =>
  db.updateTable('enterprise').set({ merged_into: into, revision: sql`revision + 1` }).where('id', '=', id).execute();

/** Hangs on `to` what hangs on `from` and `to` has not itself; what both have stays where it is. As the system. */
export async function moveHanging(db: Db, from: string, to: string): Promise<Moved> {
  const moved: Record<string, readonly string[]> = {};
  for (const { table, key, clash } of hanging) {
    const { rows } = await sql<{
      key: string;
    }>`update ${sql.raw(table)} t set enterprise_id = ${to} where t.enterprise_id = ${from}
      and not exists (select from ${sql.raw(table)} o where o.enterprise_id = ${to} and ${sql.raw(clash)}) returning t.${sql.raw(key)} as key`.execute(
      db,
    );
    moved[table] = rows.map((row) => row.key);
  }
  return moved;
}

/** Hangs back what went over, where it is still there. As the system. */
export async function moveBack(db: Db, from: string, to: string, moved: Moved): Promise<void> {
  for (const { table, key } of hanging)
    await sql`update ${sql.raw(table)} t set enterprise_id = ${to} where t.enterprise_id = ${from} and t.${sql.raw(key)} = any (${[...(moved[table] ?? [])]}::text[])`.execute(
      db,
    );
}
