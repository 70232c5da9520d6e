import { sql } from 'kysely';
import { type Actor, withinReach } from '../../../access/index.ts';
import type { Db } from './db.ts';

export interface StoredMachine {
  readonly id: string;
  readonly name: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresOn: string;
  readonly lastUsedAt: string | null;
  readonly lastUsedFrom: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
}

const named = (db: Db) =>
  db
    .selectFrom('machine_token')
    .select([
      'machine_token.id',
      'machine_token.name',
      'machine_token.post_id as postId',
      'machine_token.created_at as createdAt',
      'machine_token.created_by as createdBy',
      'machine_token.expires_on as expiresOn',
      'machine_token.last_used_at as lastUsedAt',
      'machine_token.last_used_from as lastUsedFrom',
      'machine_token.revoked_at as revokedAt',
      'machine_token.revoked_by as revokedBy',
    ])
    .select([
      sql<string>`(select p.title from post p where p.id = machine_token.post_id)`.as('postTitle'),
      sql<string>`(select u.name from unit u where u.id = machine_token.unit_id)`.as('unitName'),
    ]);

export const listMachines = (db: Db, actor: Actor): Promise<StoredMachine[]> =>
  named(db).where(withinReach(actor.reach, 'machine_token')).orderBy('created_at', 'desc').orderBy('id').execute();

export const readMachine = (db: Db, id: string, actor: Actor): Promise<StoredMachine | undefined> =>
  named(db).where(withinReach(actor.reach, 'machine_token')).where('machine_token.id', '=', id).executeTakeFirst();

export interface MachinePost {
  readonly id: string;
  readonly title: string;
  readonly personId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
}

/** Posts that may fill in figures today. */
export async function enteringPosts(db: Db, day: string): Promise<MachinePost[]> {
  const { rows } = await sql<MachinePost>`
    select p.id, p.title, p.person_id as "personId", p.unit_id as "unitId", u.name as "unitName", u.region_id as "regionId"
    from post p join unit u on u.id = p.unit_id join post_grant g on g.post_id = p.id and g.state = 'granted'
      join access_role r on r.id = g.role_id and 'indicator.enter' = any (r.permissions)
    where (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
    order by u.name, p.title, p.id limit 5000`.execute(db);
  return rows;
}

export async function insertMachine(
  db: Db,
  machine: Pick<StoredMachine, 'id' | 'name' | 'createdAt' | 'createdBy' | 'expiresOn'>,
  post: MachinePost,
  hash: string,
): Promise<void> {
  await db
    .insertInto('machine_token')
    .values({
      ...{ id: machine.id, name: machine.name, hash, post_id: post.id, unit_id: post.unitId, region_id: post.regionId },
      ...{ created_at: machine.createdAt, created_by: machine.createdBy, expires_on: machine.expiresOn },
    })
    .execute();
}

/** Ends a token; false when it had ended already. */
export async function revokeMachine(db: Db, id: string, by: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('machine_token')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface KnownMachine {
  readonly id: string;
  readonly name: string;
  readonly postId: string;
  readonly personId: string;
}

/** The machine of a token that counts today; as the system. */
export async function machineByHash(db: Db, hash: string, day: string): Promise<KnownMachine | undefined> {
  const { rows } = await sql<KnownMachine>`
    select m.id, m.name, m.post_id as "postId", p.person_id as "personId"
    from machine_token m join post p on p.id = m.post_id
    where m.hash = ${hash} and m.revoked_at is null and m.expires_on >= ${day}::date`.execute(db);
  return rows[0];
}

/** Notes when and from where it was used, once a minute at the most. */
export async function touchMachine(db: Db, id: string, from: string, at: string): Promise<void> {
  await sql`update machine_token set last_used_at = ${at}, last_used_from = ${from}
    where id = ${id} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`.execute(db);
}

/** The answer that a batch got; undefined when it is new. */
export const readBatch = (db: Db, postId: string, key: string) =>
  db
    .selectFrom('figure_batch')
    .select(['hash', 'answer'])
    .where('post_id', '=', postId)
    .where('key', '=', key)
    .executeTakeFirst();

/** Keeps the same batch from being taken twice at once, until the transaction ends. */
export async function lockBatch(db: Db, postId: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`jingwei batch ${postId} ${key}`}))`.execute(db);
}

export async function insertBatch(
  db: Db,
  batch: { readonly postId: string; readonly key: string; readonly hash: string; readonly answer: unknown },
  at: string,
): Promise<void> {
  const { postId, key, hash, answer } = batch;
  await db
    .insertInto('figure_batch')
    .values({ post_id: postId, key, hash, answer: JSON.stringify(answer), at })
    .execute();
}

/** Forgets batches that nobody sends again, as the system. */
export async function forgetBatches(db: Db, before: string): Promise<void> {
  await db.deleteFrom('figure_batch').where('at', '<', before).execute();
}
