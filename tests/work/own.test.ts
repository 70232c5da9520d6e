import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchAll } from '../../src/work/commands/search.ts';
import { readMySetting, setMySetting } from '../../src/work/commands/settings.ts';
import { listViews, removeView, saveView } from '../../src/work/commands/views.ts';
import { openWorkWorld, refusedWith, type WorkWorld } from './world.ts';

let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld([
    {
      kind: 'plan',
      name: '方案',
      permission: 'plan.read',
      find: async (actor, words, limit) =>
        Array.from({ length: limit }, (_, at) => ({
          id: `${at}`,
          title: words.join('+'),
          detail: actor.name,
          link: '/',
        })),
    },
    { kind: 'unit', name: '单位', permission: 'organisation.read', find: async () => [] },
  ]);
});
afterAll(() => world.close());

test('views are one’s own, replaced by name, and one is the usual one', async () => {
  const save = (postId: string, name: string, usual: boolean, text: string) =>
    world.by(postId, (actor) => saveView(actor, 'plans', { name, usual, view: { text } }, world.deps));
  await save('clerk', '本区', true, '芦洲');
  await save('clerk', '全部', true, '');
  expect(await save('clerk', '本区', false, '芦洲区')).toEqual([
    { name: '全部', usual: true, view: { text: '' } },
    { name: '本区', usual: false, view: { text: '芦洲区' } },
  ]);
  expect(await world.by('second', (actor) => listViews(actor, 'plans', world.deps))).toEqual([]);
  expect(await world.by('second', () => world.db.selectFrom('saved_view').selectAll().execute())).toEqual([]);
  await world.by('second', (actor) => removeView(actor, 'plans', '本区', world.deps));
  expect(await world.by('clerk', (actor) => removeView(actor, 'plans', '全部', world.deps))).toHaveLength(1);
  for (let at = 0; at < 49; at += 1) await save('clerk', `视图${at}`, false, '');
  expect(await refusedWith(save('clerk', '再一个', false, ''))).toBe('too-many-views');
});

test('settings fit the schema of their name and belong to one person', async () => {
  const set = (value: Record<string, unknown>) =>
    world.by('clerk', (actor) => setMySetting(actor, 'workbench', value, world.deps));
  const value = { panels: ['todo', 'messages'], tab: 'todo' };
  expect(await set(value)).toEqual(value);
  expect(await world.by('clerk', (actor) => readMySetting(actor, 'workbench', world.deps))).toEqual(value);
  expect(await world.by('second', (actor) => readMySetting(actor, 'workbench', world.deps))).toBeNull();
  expect(await refusedWith(set({ panels: ['everything'] }))).toBe('value-not-listed');
  expect(await refusedWith(set({ more: 1 }))).toBe('field-unexpected');
  const list = { filter: 'x'.repeat(7000) };
  const lists = { a1: list, a2: list, a3: list, a4: list, a5: list };
  expect(await refusedWith(world.by('clerk', (actor) => setMySetting(actor, 'lists', lists, world.deps)))).toBe(
    'setting-too-large',
  );
});

test('a search asks only what the post may see at all, and has no empty groups', async () => {
  expect(await world.by('clerk', (actor) => searchAll(actor, ' 纺织  进度 ', 2, world.deps))).toMatchObject([
    { kind: 'plan', name: '方案', hits: [{ title: '纺织+进度', detail: '填报员甲' }, {}] },
  ]);
  expect(await world.by('system', (actor) => searchAll(actor, '纺织', 2, world.deps))).toEqual([]);
  expect(await world.by('clerk', (actor) => searchAll(actor, '  ', 2, world.deps))).toEqual([]);
});
