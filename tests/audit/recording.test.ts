import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking, asNobody, asSystem } from '../../platform/db/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { recordInside, recording, recordRefusal, verifyDatabase } from '../../src/audit/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { type AuditWorld, aNote, deputy, openAuditWorld } from './world.ts';

let world: AuditWorld;
beforeAll(async () => {
  world = await openAuditWorld();
  await sql`create table thing (id text primary key)`.execute(world.owner);
  await sql`grant select, insert on thing to public`.execute(world.owner);
});
afterAll(() => world.close());

const entries = () => world.owner.selectFrom('audit_entry').selectAll().orderBy('seq').execute();
const head = () => world.owner.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
const things = async () => (await sql<{ id: string }>`select id from thing order by id`.execute(world.owner)).rows;
const asDeputy = <T>(work: () => T) => asAsking({ postId: 'post-1', personId: 'zhang' }, work);

test('a change and its entry are there together, with who, as which post and on what ground', async () => {
  await asDeputy(() =>
    recording(world.deps, deputy, async (db, note) => {
      await sql`insert into thing values ('a')`.execute(db);
      note(aNote({ reason: '请拨 13812341234' }));
    }),
  );
  const [entry] = await entries();
  expect(await things()).toEqual([{ id: 'a' }]);
  expect(entry).toMatchObject({
    ...{ seq: 1, v: 1, at: '2025-03-01T00:00:00.000Z', actor_id: 'zhang', actor_name: '张工', post_id: 'post-1' },
    ...{ post_title: '产业科科长', post_unit_id: 'gxj', post_unit_name: '临江市工业和信息化局', role_name: '链办' },
    ...{ on_behalf_id: 'li', on_behalf_name: '李科长', address: '10.1.2.3', action: 'plan.publish' },
    ...{ record_kind: 'plan', record_id: 'p000000001', record_name: '临江市丝绸产业链行动方案' },
    ...{ region_id: '369100', unit_id: 'gxj', chain_id: 'silk', basis_plan: 'p000000001', basis_item: 'T3' },
    ...{ outcome: 'done', refusals: [], changes: [{ field: 'status', before: 'draft', after: 'published' }] },
    reason: '请拨 138****1234',
  });
  expect(entry?.session_ref).toMatch(/^[0-9a-f]{16}$/);
  expect(await head()).toEqual({ seq: 1, hash: entry?.hash });
});

test('what is refused or fails leaves neither a change nor an entry, and no gap', async () => {
  const work = (end: () => void) =>
    asSystem(() =>
      recording(world.deps, systemActor, async (db, note) => {
        await sql`insert into thing values ('b')`.execute(db);
        note(aNote());
        end();
      }),
    );
  const refuse = () => {
    throw new RefusalError({ code: 'plan-unknown' });
  };
  await expect(work(refuse)).rejects.toThrow(RefusalError);
  await expect(asSystem(() => recording(world.deps, systemActor, async () => 1))).rejects.toThrow('noted nothing');
  expect(await things()).toEqual([{ id: 'a' }]);
  await work(() => undefined);
  expect((await entries()).map(({ seq }) => seq)).toEqual([1, 2]);
});

test('a refused attempt is written on its own, also of somebody unknown, and never throws', async () => {
  const faults: unknown[] = [];
  const deps = { ...world.deps, noteFault: (_number: string, cause: unknown) => void faults.push(cause) };
  const record = { kind: 'request', id: 'POST /plans/x/publish', name: '发布草案' } as const;
  const refusals = [{ code: 'field-missing', field: 'body.password', given: 'hunter2' }];
  await asNobody(() => recordRefusal(deps, null, { action: 'request.refuse', record, refusals, from: '203.0.113.9' }));
  expect((await entries()).at(-1)).toMatchObject({
    ...{ outcome: 'refused', actor_id: null, address: '203.0.113.9', record_id: 'POST /plans/x/publish' },
    refusals: [{ code: 'field-missing', field: 'body.password', given: '******' }],
  });
  expect(faults).toEqual([]);
  const clock = {
    now: () => {
      throw new Error('no time');
    },
  };
  await recordRefusal({ ...deps, clock }, null, { action: 'request.refuse', refusals, from: '' });
  expect(faults).toHaveLength(1);
});

test('many at once stand in one chain without gaps', async () => {
  await Promise.all(Array.from({ length: 40 }, () => world.record(aNote(), aNote())));
  const all = await entries();
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, at) => at + 1));
  expect(all.slice(1).map((one) => one.prev_hash)).toEqual(all.slice(0, -1).map((one) => one.hash));
  expect(await head()).toEqual({ seq: all.length, hash: all.at(-1)?.hash });
});

test('more notes than one statement carries', async () => {
  const before = (await head()).seq;
  await world.record(...Array.from({ length: 1201 }, () => aNote()));
  expect((await head()).seq).toBe(before + 1201);
});

test('nobody writes an entry in the name of another, or as another post', async () => {
  const forged = (who: { postId: string; personId: string }) =>
    asAsking(who, () => recording(world.deps, deputy, async (_db, note) => note(aNote())));
  await expect(forged({ postId: 'post-1', personId: 'wang' })).rejects.toThrow(/row-level security/);
  await expect(forged({ postId: 'post-2', personId: 'zhang' })).rejects.toThrow(/row-level security/);
});

test("the server's login can neither change, take away nor insert between, nor move the end", async () => {
  const tried = (statement: string) => asSystem(() => sql.raw(statement).execute(world.db));
  for (const statement of [
    `update audit_entry set action = 'x' where seq = 1`,
    'delete from audit_entry where seq = 1',
    'truncate audit_entry',
    'truncate audit_head',
    'delete from audit_head',
    `insert into audit_head values (false, 1, 'x')`,
  ])
    await expect(tried(statement), statement).rejects.toThrow();
  const before = await head();
  await tried(`update audit_head set seq = seq + 1`).catch(() => undefined);
  expect(await head()).toEqual(before);
  const last = (await entries()).at(-1);
  const again = { ...last!, refusals: '[]', changes: '[]' };
  const insert = (fields: object) =>
    asSystem(() =>
      world.db
        .insertInto('audit_entry')
        .values({ ...again, ...fields })
        .execute(),
    );
  await expect(insert({ seq: before.seq + 2 })).rejects.toThrow(/follow/);
  await expect(insert({ seq: before.seq + 1, prev_hash: 'sm3:00' })).rejects.toThrow(/follow/);
});

test('the owner of the table is refused too', async () => {
  for (const statement of [
    `update audit_entry set action = 'x' where seq = 1`,
    'delete from audit_entry where seq = 1',
    'truncate audit_entry',
    'update audit_head set seq = 0',
    'delete from audit_head',
    'truncate audit_head',
  ])
    await expect(sql.raw(statement).execute(world.owner), statement).rejects.toThrow(/cannot be changed/);
});

test('only the system and who may read the log see it', async () => {
  const seen = async (asking: <T>(work: () => T) => T) =>
    (await asking(() => world.db.selectFrom('audit_entry').select('seq').limit(1).execute())).length;
  expect(await seen(asSystem)).toBe(1);
  expect(await seen(asDeputy)).toBe(0);
  expect(await seen(asNobody)).toBe(0);
});

test('inside a transaction that is open already', async () => {
  const before = (await head()).seq;
  await asSystem(() =>
    world.db.transaction().execute((db) => recordInside({ ...world.deps, db }, systemActor, [aNote()])),
  );
  expect((await head()).seq).toBe(before + 1);
});

test('costs two statements beside the change', async () => {
  const asked: string[] = [];
  const watched = world.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const deps = { ...world.deps, db: watched };
  await asSystem(() => recording(deps, systemActor, async (_db, note) => [aNote(), aNote()].forEach(note)));
  expect(asked).toEqual(['RawNode', 'InsertQueryNode']);
});

test('a check while others write is sound', async () => {
  let writing = true;
  const writers = Array.from({ length: 3 }, async () => {
    while (writing) await world.record(aNote());
  });
  for (let round = 0; round < 5; round += 1)
    expect(await asSystem(() => verifyDatabase({}, { db: world.db }))).toMatchObject({ ok: true, first: 1 });
  writing = false;
  await Promise.all(writers);
});
