import { sql } from 'kysely';
import type { AccountDb } from '../store.ts';

/** Lets one process at a time make the first accounts; until the transaction is over. */
export async function lockFirst(db: AccountDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(7140005)`.execute(db);
}

/** True when nobody is registered and nobody has an account. */
export async function isUntouched(db: AccountDb): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from account) or exists (select from person) as any`.execute(db);
  return rows[0]?.any === false;
}

/** True when no account can come in yet: none has a password. */
export async function nobodyCanComeIn(db: AccountDb): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from account where password_hash is not null or sign_on_subject is not null) as any`.execute(
    db,
  );
  return rows[0]?.any === false;
}

/** An administrator to be: his person, his post in the unit of the platform's own, and what it is granted. */
export interface FirstAdministrator {
  readonly personId: string;
  readonly postId: string;
  readonly name: string;
  readonly roleId: string;
}

/**
 * Registers the administrators in a unit of their own. Its region, which says nothing about what they may do, is the
 * highest there is. False when there is no region or a role is missing.
 */
export async function insertAdministrators(
  db: AccountDb,
  unit: { readonly id: string; readonly name: string },
  administrators: readonly FirstAdministrator[],
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ region: string | null; roles: number }>`
    select (select code from region order by length(code), code limit 1) as region,
      (select count(*) from access_role where id = any (${administrators.map(({ roleId }) => roleId)}::text[])) as roles
    `.execute(db);
  const { region = null, roles = 0 } = rows[0] ?? {};
  if (region === null || roles < administrators.length) return false;
  await sql`insert into unit (id, name, kind, region_id) values (${unit.id}, ${unit.name}, 'other', ${region})
    on conflict do nothing`.execute(db);
  await sql`insert into unit_closure (ancestor, descendant) values (${unit.id}, ${unit.id})
    on conflict do nothing`.execute(db);
  for (const { personId, postId, name, roleId } of administrators) {
    await sql`insert into person (id, name, created_at) values (${personId}, ${name}, ${now})`.execute(db);
    await sql`insert into post (id, person_id, unit_id, title, main)
      values (${postId}, ${personId}, ${unit.id}, ${name}, true)`.execute(db);
    await sql`insert into post_grant (post_id, role_id, state, changed_at, changed_by)
      values (${postId}, ${roleId}, 'granted', ${now}, '@system')`.execute(db);
  }
  return true;
}

/** The accounts that nobody can use yet, for a new link. */
export async function invitedAccounts(
  db: AccountDb,
  most: number,
): Promise<readonly { id: string; login: string; personName: string }[]> {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.login', 'person.name as personName'])
    .where('account.disabled', '=', false)
    .where('account.password_hash', 'is', null)
    .orderBy('account.created_at')
    .orderBy('account.login')
    .limit(most)
    .execute();
}

/** Logins of the demo, with whose they are. */
export async function demoAccounts(
  db: AccountDb,
): Promise<
  readonly { id: string; login: string; personId: string; personName: string; passwordHash: string | null }[]
> {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'account.id',
      'account.login',
      'account.person_id as personId',
      'person.name as personName',
      'account.password_hash as passwordHash',
    ])
    .where('account.demo', '=', true)
    .execute();
}
