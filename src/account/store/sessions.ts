import { type Selectable, sql } from 'kysely';
import type { AccountDb } from '../store.ts';
import { accountOf, type StoredAccount } from './accounts.ts';
import type { StoredRules } from './rules.ts';
import type { AccountTable, EndedWhy, LoginMethod, SessionTable } from './tables.ts';

export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly method: LoginMethod;
  readonly complete: boolean;
  readonly provenAt: string | null;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly from: string;
  readonly device: string;
}

/** Everything that a request's token leads to, read at once. */
export interface SessionFacts {
  readonly session: StoredSession;
  readonly account: StoredAccount;
  readonly rules: StoredRules;
  /** Number of the latest change of organisation and grants. */
  readonly revision: number;
}

const sessionOf = (row: Selectable<SessionTable>): StoredSession => ({
  id: row.id,
  accountId: row.account_id,
  postId: row.post_id,
  method: row.method,
  complete: row.complete,
  provenAt: row.proven_at,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  from: row.from_address,
  device: row.device,
});

type FactsRow = Selectable<SessionTable> & {
  account: Selectable<AccountTable> & { person_name: string; person_until: string | null };
  second_factor_roles: string[];
  password_days: number | null;
  demo_since: string | null;
  revision: number;
};

/** By the primary keys of five tables, in one statement: it is asked with every request. */
export async function sessionByToken(db: AccountDb, tokenHash: string): Promise<SessionFacts | undefined> {
  const { rows } = await sql<FactsRow>`
    select s.*, r.second_factor_roles, r.password_days, r.demo_since, o.revision,
      to_jsonb(a) || jsonb_build_object('person_name', p.name, 'person_until', p.valid_to) as account
    from session s
      join account a on a.id = s.account_id
      join person p on p.id = a.person_id
      cross join account_rule r
      cross join organisation_revision o
    where s.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return (
    row && {
      session: sessionOf(row),
      account: accountOf(withMoments(row.account)),
      rules: {
        secondFactorRoles: row.second_factor_roles,
        passwordDays: row.password_days,
        demoSince: row.demo_since,
      },
      revision: row.revision,
    }
  );
}

/** Moments inside JSON come in PostgreSQL's own spelling. */
function withMoments(row: FactsRow['account']): FactsRow['account'] {
  const moment = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return {
    ...row,
    password_set_at: moment(row.password_set_at),
    totp_bound_at: moment(row.totp_bound_at),
    last_login_at: moment(row.last_login_at),
  };
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly method: LoginMethod;
  readonly complete: boolean;
  readonly provenAt: string | null;
  readonly now: string;
  readonly expiresAt: string;
  readonly from: string;
  readonly device: string;
}

export async function insertSession(db: AccountDb, given: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: given.id,
      token_hash: given.tokenHash,
      account_id: given.accountId,
      post_id: given.postId,
      method: given.method,
      complete: given.complete,
      proven_at: given.provenAt,
      started_at: given.now,
      seen_at: given.now,
      expires_at: given.expiresAt,
      ended_at: null,
      ended_why: null,
      from_address: given.from,
      device: given.device,
    })
    .execute();
}

/** What changes when a session takes a step; the old token opens nothing from then on. */
export interface SessionStep {
  readonly tokenHash: string;
  readonly postId?: string;
  readonly complete?: boolean;
  readonly provenAt?: string;
  readonly expiresAt?: string;
  readonly now: string;
}

/** False when the session ended, or took a step under another request, meanwhile. */
export async function stepSession(db: AccountDb, id: string, oldHash: string, step: SessionStep): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({
      token_hash: step.tokenHash,
      seen_at: step.now,
      ...(step.postId !== undefined && { post_id: step.postId }),
      ...(step.complete !== undefined && { complete: step.complete }),
      ...(step.provenAt !== undefined && { proven_at: step.provenAt }),
      ...(step.expiresAt !== undefined && { expires_at: step.expiresAt }),
    })
    .where('id', '=', id)
    .where('token_hash', '=', oldHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function touchSession(db: AccountDb, id: string, now: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now).execute();
}

/** Ends sessions of an account: all, one, or all but one. Gives how many were open. */
export async function endSessionsOf(
  db: AccountDb,
  accountId: string,
  why: EndedWhy,
  now: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: now, ended_why: why })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The sessions of an account that nothing has ended yet, the latest first; idle ones are for the caller to judge. */
export async function openSessionsOf(db: AccountDb, accountId: string, now: string): Promise<readonly StoredSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('complete', '=', true)
    .orderBy('seen_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(sessionOf);
}
