import { sql } from 'kysely';
import type { Lockout } from '../domain/index.ts';
import type { AccountDb } from '../store.ts';

/**
 * Counts an attempt as a failure before it is looked at, so that no number of attempts at once slips through, on however
 * many servers; a success takes it back (`forgive`). Gives the moment until which attempts are blocked, or null: go on.
 */
export async function countAttempt(
  db: AccountDb,
  key: string,
  { free, delays, forget }: Lockout,
  now: string,
): Promise<string | null> {
  const wait = (failures: ReturnType<typeof sql>) => sql`case when ${failures} > ${free}
    then ${now}::timestamptz + make_interval(secs => (${[...delays]}::int[])[least(${failures} - ${free}, ${delays.length})]) end`;
  const next = sql`(case when attempt_limit.last_at < ${now}::timestamptz - make_interval(secs => ${forget})
    then 1 else attempt_limit.failures + 1 end)`;
  const counted = await sql<{ key: string }>`
    insert into attempt_limit (key, failures, last_at, blocked_until)
    values (${key}, 1, ${now}, ${wait(sql`1`)})
    on conflict (key) do update set failures = ${next}, last_at = ${now}, blocked_until = ${wait(next)}
      where attempt_limit.blocked_until is null or attempt_limit.blocked_until <= ${now}
    returning key`.execute(db);
  if (counted.rows.length > 0) return null;
  const row = await db.selectFrom('attempt_limit').select('blocked_until').where('key', '=', key).executeTakeFirst();
  return row?.blocked_until ?? null;
}

/** An attempt was right: all failures are forgotten, or (`one`) only the one that it had counted as. */
export async function forgive(db: AccountDb, key: string, one = false): Promise<void> {
  if (!one) await db.deleteFrom('attempt_limit').where('key', '=', key).execute();
  else
    await sql`update attempt_limit set failures = greatest(failures - 1, 0), blocked_until = null
      where key = ${key}`.execute(db);
}

/** Until when attempts of a key are blocked; null when they are not. */
export async function blockedUntil(db: AccountDb, key: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('attempt_limit')
    .select('blocked_until')
    .where('key', '=', key)
    .where('blocked_until', '>', now)
    .executeTakeFirst();
  return row?.blocked_until ?? null;
}

/** Forgets what nobody will ask for again: failures of two days ago, sessions that ended ninety days ago. */
export async function forgetOld(db: AccountDb, now: string): Promise<void> {
  await sql`delete from attempt_limit where last_at < ${now}::timestamptz - interval '2 days'`.execute(db);
  await sql`delete from session where expires_at < ${now}::timestamptz - interval '90 days'`.execute(db);
  await sql`delete from one_time_link where expires_at < ${now}::timestamptz - interval '90 days'`.execute(db);
}
