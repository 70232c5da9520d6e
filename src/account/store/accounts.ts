import type { Selectable } from 'kysely';
import type { AccountDb } from '../store.ts';
import type { AccountTable } from './tables.ts';

/** An account with the person it belongs to. */
export interface StoredAccount {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  /** Day before which the person is there; null: no end. */
  readonly personUntil: string | null;
  readonly login: string;
  readonly loginKey: string;
  readonly disabled: boolean;
  readonly passwordHash: string | null;
  readonly passwordSetAt: string | null;
  readonly passwordMustChange: boolean;
  readonly totp: { readonly secret: string; readonly boundAt: string; readonly lastStep: number | null } | null;
  readonly totpPending: string | null;
  readonly signOn: { readonly issuer: string; readonly subject: string } | null;
  readonly lastLoginAt: string | null;
  readonly lastLoginFrom: string | null;
}

const withPerson = (db: AccountDb) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('account')
    .select(['person.name as person_name', 'person.valid_to as person_until']);

type Row = Selectable<AccountTable> & { person_name: string; person_until: string | null };

export const accountOf = (row: Row): StoredAccount => ({
  id: row.id,
  personId: row.person_id,
  personName: row.person_name,
  personUntil: row.person_until,
  login: row.login,
  loginKey: row.login_key,
  disabled: row.disabled,
  passwordHash: row.password_hash,
  passwordSetAt: row.password_set_at,
  passwordMustChange: row.password_must_change,
  totp:
    row.totp_secret === null || row.totp_bound_at === null
      ? null
      : { secret: row.totp_secret, boundAt: row.totp_bound_at, lastStep: row.totp_last_step },
  totpPending: row.totp_pending,
  signOn:
    row.sign_on_issuer === null || row.sign_on_subject === null
      ? null
      : { issuer: row.sign_on_issuer, subject: row.sign_on_subject },
  lastLoginAt: row.last_login_at,
  lastLoginFrom: row.last_login_from,
});

export async function accountByLogin(db: AccountDb, login: string): Promise<StoredAccount | undefined> {
  const row = await withPerson(db).where('account.login', '=', login).executeTakeFirst();
  return row && accountOf(row);
}

export async function accountById(db: AccountDb, id: string): Promise<StoredAccount | undefined> {
  const row = await withPerson(db).where('account.id', '=', id).executeTakeFirst();
  return row && accountOf(row);
}

/** The same, locked until the transaction is over. */
export async function lockAccount(db: AccountDb, id: string): Promise<StoredAccount | undefined> {
  const row = await withPerson(db).where('account.id', '=', id).forUpdate('account').executeTakeFirst();
  return row && accountOf(row);
}

export interface NewAccount {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly loginKey: string;
  readonly createdAt: string;
  readonly demo?: boolean;
}

export async function insertAccounts(db: AccountDb, accounts: readonly NewAccount[]): Promise<void> {
  const rows = accounts.map(({ id, personId, login, loginKey, createdAt, demo = false }) => ({
    ...{ id, person_id: personId, login, login_key: loginKey, created_at: createdAt, demo },
  }));
  await db.insertInto('account').values(rows).execute();
}

export async function setAccountFields(
  db: AccountDb,
  id: string,
  fields: Partial<Pick<Selectable<AccountTable>, Settable>>,
): Promise<void> {
  await db.updateTable('account').set(fields).where('id', '=', id).execute();
}
type Settable = Exclude<keyof AccountTable, 'id' | 'person_id' | 'login' | 'login_key' | 'created_at'>;

/** Writes down that a time step's code was used; false when it, or a later one, was used meanwhile. */
export async function takeTimeStep(db: AccountDb, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((at) => at.or([at('totp_last_step', 'is', null), at('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Which of these logins, and which of these people, have an account already. */
export async function taken(
  db: AccountDb,
  logins: readonly string[],
  personIds: readonly string[],
): Promise<{ readonly logins: ReadonlySet<string>; readonly people: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('account')
    .select(['login', 'person_id'])
    .where((at) => at.or([at('login', 'in', [...logins, '']), at('person_id', 'in', [...personIds, ''])]))
    .execute();
  return { logins: new Set(rows.map(({ login }) => login)), people: new Set(rows.map((row) => row.person_id)) };
}

export async function peopleById(
  db: AccountDb,
  ids: readonly string[],
): Promise<readonly { id: string; name: string; until: string | null }[]> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'valid_to as until'])
    .where('id', 'in', [...ids, ''])
    .execute();
}

export async function countAccounts(db: AccountDb): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((at) => at.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
