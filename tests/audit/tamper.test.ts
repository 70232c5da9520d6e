import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { recordRefusal, verifyDatabase } from '../../src/audit/index.ts';
import { type AuditWorld, aNote, openAuditWorld } from './world.ts';

/**
 * Somebody with all rights over the database switches the triggers off and changes the log. Each test changes one thing,
 * sees it found and named, and puts it back.
 */
let world: AuditWorld;
beforeAll(async () => {
  world = await openAuditWorld();
  for (let count = 0; count < 4; count += 1) await world.record(aNote({ reason: '原文更正' }), aNote());
  const deps = { ...world.deps, noteFault: (_number: string, cause: unknown) => expect(cause).toBeNull() };
  await recordRefusal(deps, null, { action: 'request.refuse', refusals: [{ code: 'plan-unknown' }], from: '::1' });
  await world.record(aNote());
  await sql`create table kept as select * from audit_entry`.execute(world.owner);
  await sql`create table kept_head as select * from audit_head`.execute(world.owner);
});
afterAll(() => world.close());

afterEach(() =>
  tamper(
    'truncate audit_entry',
    'insert into audit_entry select * from kept order by seq',
    'delete from audit_head',
    'insert into audit_head select * from kept_head',
  ),
);

/** On one connection without triggers, as only a superuser can. */
const tamper = (...statements: readonly string[]): Promise<void> =>
  world.owner.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    for (const statement of statements) await sql.raw(statement).execute(db);
    await sql`set session_replication_role = origin`.execute(db);
  });

const found = async (given = {}): Promise<string> => {
  const verdict = await verifyDatabase(given, { db: world.owner });
  return verdict.ok ? 'sound' : `${verdict.seq} ${verdict.broken.code}`;
};

const columns = async (): Promise<{ name: string; type: string }[]> =>
  (
    await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name = 'audit_entry' order by ordinal_position`.execute(world.owner)
  ).rows;

/** The least that can be changed of a value: a sign, a millisecond, one. */
function leastChange(name: string, type: string): string {
  if (type === 'bigint') return `${name} + 1000000`;
  if (type === 'smallint') return `${name} + 1`;
  if (type.startsWith('timestamp')) return `${name} + interval '1 millisecond'`;
  if (type === 'json')
    return `(case when ${name}::text = '[]' then '[0]' else overlay(${name}::text placing ' [' from 1 for 1) end)::json`;
  if (name === 'outcome') return `case when outcome = 'done' then 'refused' else 'done' end`;
  return `case when ${name} is null then '' when length(${name}) > 1 then overlay(${name} placing '#' from length(${name}) - 1 for 1) else ${name} || '#' end`;
}

test('the log is sound before anybody touches it', async () => {
  expect(await found()).toBe('sound');
});

test('one sign of any column of any row', async () => {
  const rows = 10;
  for (const { name, type } of await columns())
    for (let seq = 1; seq <= rows; seq += 1) {
      await tamper(`update audit_entry set ${name} = ${leastChange(name, type)} where seq = ${seq}`);
      expect(await found(), `${name} of ${seq}`).toMatch(new RegExp(`^${seq} audit-`));
      // Only the row: the whole log is put back after the test.
      await tamper(
        `delete from audit_entry where seq in (${seq}, ${seq + 1_000_000})`,
        `insert into audit_entry select * from kept where seq = ${seq}`,
      );
    }
  expect(await found()).toBe('sound');
});

test.each<[string, string[], string]>([
  ['a row taken away', ['delete from audit_entry where seq = 4'], '4 audit-entry-missing'],
  ['the first row taken away', ['delete from audit_entry where seq = 1'], '1 audit-entry-missing'],
  ['the last rows taken away', ['delete from audit_entry where seq > 7'], '8 audit-end-missing'],
  ['all taken away', ['truncate audit_entry'], '1 audit-end-missing'],
  [
    'two exchanged',
    [
      'update audit_entry set seq = seq + 100 where seq in (4, 5)',
      'update audit_entry set seq = case seq when 104 then 5 else 4 end where seq > 100',
    ],
    '4 audit-content-changed',
  ],
  [
    'one put in between, the later ones moved',
    [
      'update audit_entry set seq = seq + 1000 where seq >= 4',
      'update audit_entry set seq = seq - 999 where seq > 1000',
      'insert into audit_entry select * from kept where seq = 4',
    ],
    '5 audit-content-changed',
  ],
  [
    'one put at the end',
    [
      `insert into audit_entry select 11, v, at, actor_id, actor_name, post_id, post_title, post_unit_id, post_unit_name,
      role_id, role_name, on_behalf_id, on_behalf_name, address, session_ref, action, record_kind, record_id, record_name,
      region_id, unit_id, chain_id, basis_plan, basis_item, outcome, refusals, changes, reason, hash, hash
      from audit_entry where seq = 10`,
    ],
    '11 audit-content-changed',
  ],
  [
    'the head moved back',
    ['update audit_head set seq = 9, hash = (select hash from audit_entry where seq = 9)'],
    '10 audit-entry-added',
  ],
  ['the head rewritten', [`update audit_head set hash = replace(hash, 'sm3:', 'sm3:0')`], '10 audit-head-differs'],
])('%s', async (_what, statements, expected) => {
  await tamper(...statements);
  expect(await found()).toBe(expected);
});

test('an end cut off together with its head is found by what was noted elsewhere', async () => {
  const expected = (await sql<{ seq: number; hash: string }>`select seq, hash from audit_head`.execute(world.owner))
    .rows[0]!;
  await tamper(
    'delete from audit_entry where seq > 7',
    'update audit_head set seq = 7, hash = (select hash from audit_entry where seq = 7)',
  );
  expect(await found()).toBe('sound');
  expect(await found({ expect: expected })).toBe('8 audit-end-missing');
});
