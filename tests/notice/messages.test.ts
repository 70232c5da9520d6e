import { afterAll, beforeAll, expect, test } from 'vitest';
import { asNobody, asSystem } from '../../platform/db/index.ts';
import { listRequest } from '../../platform/http/list-request.ts';
import { dispatch } from '../../src/notice/commands/dispatch.ts';
import { markRead, myMessages, myUnread } from '../../src/notice/commands/messages.ts';
import { readMyPreferences, setMyPreferences } from '../../src/notice/commands/preferences.ts';
import { messageFields } from '../../src/notice/contract.ts';
import { enqueue } from '../../src/notice/index.ts';
import { type NoticeWorld, notice, openNoticeWorld } from './world.ts';

let world: NoticeWorld;
beforeAll(async () => {
  world = await openNoticeWorld();
});
afterAll(() => world.close());

const spread = () => asSystem(() => dispatch(world.deps));
const titlesOf = async (postId: string, query: { text?: string; filter?: string; sort?: string } = {}) => {
  const actor = await world.actorOf(postId);
  const { rows } = await world.as(actor, () => myMessages(actor, listRequest(messageFields, query), false, world.deps));
  return rows.map(({ title }) => title);
};

test('a message reaches whom it is for and nobody else, however often it is told and spread', async () => {
  await world.tell(notice({ key: 'once', title: '给科员甲' }), notice({ key: 'once', title: '又一次' }));
  await world.tell(notice({ key: 'once' }));
  await Promise.all([spread(), spread(), spread()]);
  await spread();
  expect(await titlesOf('clerk')).toEqual(['给科员甲']);
  for (const other of ['second', 'office', 'far', 'system', 'audit']) expect(await titlesOf(other)).toEqual([]);
});

test.each([
  ['a unit', { to: 'unit', id: 'lz-gxj' }, ['clerk', 'second']],
  ['a person', { to: 'person', id: 'p-far' }, ['far']],
  [
    'whoever may review in the city',
    { to: 'holders', permission: 'plan.review', place: { regionId: '990103', unitId: 'lz-gxj', chainId: null } },
    ['office', 'reviewer'],
  ],
  [
    'whoever may give work in the chain',
    { to: 'holders', permission: 'work.assign', place: { regionId: '990103', unitId: null, chainId: 'textile' } },
    ['chief', 'office'],
  ],
] as const)('to %s', async (title, audience, expected) => {
  await world.tell(notice({ title, to: [audience] }));
  await spread();
  const all = ['chief', 'office', 'reviewer', 'clerk', 'second', 'far', 'system', 'audit'];
  const got: string[] = [];
  for (const post of all) if ((await titlesOf(post)).includes(title)) got.push(post);
  expect(got).toEqual(expected);
});

test('what is undone is told to nobody', async () => {
  const undone = asSystem(() =>
    world.db.transaction().execute(async (db) => {
      await enqueue(db, world.deps, notice({ title: '没有发生' }));
      throw new Error('undone');
    }),
  );
  await expect(undone).rejects.toThrow('undone');
  await spread();
  expect(await titlesOf('clerk')).not.toContain('没有发生');
});

test('whoever did it himself is not told', async () => {
  await world.tell(notice({ title: '给本单位', to: [{ to: 'unit', id: 'lz-gxj' }], except: 'p-second' }));
  await spread();
  expect(await titlesOf('second')).not.toContain('给本单位');
  expect(await titlesOf('clerk')).toContain('给本单位');
});

test('a person without any right may still be the cause of a message, and cannot read the outbox', async () => {
  const clerk = await world.actorOf('clerk');
  await world.as(clerk, () =>
    world.db
      .transaction()
      .execute((db) => enqueue(db, world.deps, notice({ title: '给远山', to: [{ to: 'post', id: 'far' }] }))),
  );
  const seen = await world.as(clerk, () => world.db.selectFrom('notice').selectAll().execute());
  expect(seen).toEqual([]);
  await spread();
  expect(await titlesOf('far')).toContain('给远山');
});

test('found by words, kind and day, in the order that is asked for', async () => {
  expect(await titlesOf('clerk', { text: '科员甲' })).toEqual(['给科员甲']);
  expect(await titlesOf('clerk', { filter: JSON.stringify({ kind: { in: ['plan'] } }) })).toEqual([]);
  expect(await titlesOf('clerk', { filter: JSON.stringify({ at: { from: '2025-03-05' } }), sort: 'at' })).toContain(
    '给科员甲',
  );
  expect((await titlesOf('clerk', { sort: '-title' })).length).toBeGreaterThan(1);
});

test('read once, read for good; those of others are not touched', async () => {
  const clerk = await world.actorOf('clerk');
  const far = await world.actorOf('far');
  const before = await world.as(clerk, () => myUnread(clerk, world.deps));
  expect(before).toBeGreaterThan(1);
  const { rows } = await world.as(clerk, () => myMessages(clerk, listRequest(messageFields, {}), true, world.deps));
  const farBefore = await world.as(far, () => myUnread(far, world.deps));
  expect(farBefore).toBeGreaterThan(0);
  await world.as(far, () =>
    markRead(
      far,
      rows.map(({ notice_id }) => notice_id),
      world.deps,
    ),
  );
  expect(await world.as(clerk, () => myUnread(clerk, world.deps))).toBe(before);
  expect(await world.as(clerk, () => markRead(clerk, [rows[0]!.notice_id], world.deps))).toBe(before - 1);
  expect(await world.as(clerk, () => markRead(clerk, 'all', world.deps))).toBe(0);
  expect(await world.as(far, () => myUnread(far, world.deps))).toBe(farBefore);
});

test('without the checks of the commands the database shows only own messages', async () => {
  const far = await world.actorOf('far');
  const rows = await world.as(far, () => world.db.selectFrom('message').select('person_id').distinct().execute());
  expect(rows).toEqual([{ person_id: 'p-far' }]);
  const changed = await world.as(far, () =>
    world.db.updateTable('message').set({ read_at: null }).where('person_id', '=', 'p-clerk').executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
  expect(await asNobody(() => world.db.selectFrom('message').selectAll().execute())).toEqual([]);
  await expect(
    asNobody(() => world.db.transaction().execute((db) => enqueue(db, world.deps, notice()))),
  ).rejects.toThrow(/row-level security/);
});

test('each chooses for himself what also goes to his e-mail', async () => {
  const clerk = await world.actorOf('clerk');
  const { address, kinds } = await world.as(clerk, () => readMyPreferences(clerk, world.deps));
  expect(address).toBe('c***@linjiang.example');
  expect(kinds.find(({ kind }) => kind === 'todo')).toEqual({ kind: 'todo', mail: true });
  const chosen = await world.as(clerk, () => setMyPreferences(clerk, [{ kind: 'todo', mail: false }], world.deps));
  expect(chosen.kinds.find(({ kind }) => kind === 'todo')).toEqual({ kind: 'todo', mail: false });
  const second = await world.actorOf('second');
  expect((await world.as(second, () => readMyPreferences(second, world.deps))).kinds).toEqual(kinds);
  const noted = await world.owner
    .selectFrom('audit_entry')
    .select(['action', 'changes'])
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  expect(noted).toMatchObject({ action: 'notice.preferences' });
});
