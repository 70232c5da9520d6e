import { expect, test } from 'vitest';
import { crumbsFor, entryAt, type MenuEntry, menuFor } from './menu.ts';

const entry = (fields: Partial<MenuEntry>): MenuEntry => ({
  group: '方案',
  title: '方案清单',
  to: '/plans',
  permission: 'plan.read',
  order: 10,
  ...fields,
});
const entries = [
  entry({ group: '审计', title: '审计日志', to: '/admin/audit', permission: 'audit.read' }),
  entry({ title: '体检规则', to: '/rules', order: 20 }),
  entry({}),
  entry({ group: '工作', title: '工作台', to: '/', permission: 'signed-in' }),
];

test('a post sees only what it may open, in the order of the groups', () => {
  expect(
    menuFor(entries, ['plan.read']).map((part) => [part.group, ...part.entries.map(({ title }) => title)]),
  ).toEqual([
    ['工作', '工作台'],
    ['方案', '方案清单', '体检规则'],
  ]);
  expect(menuFor(entries, []).map(({ group }) => group)).toEqual(['工作']);
});

test('whoever has a line of his own does not see that of the others', () => {
  const own = [entry({ title: '全部', without: 'plan.draft' }), entry({ title: '自己的', permission: 'plan.draft' })];
  const titles = (...permissions: string[]) =>
    menuFor(own, permissions).flatMap(({ entries: shown }) => shown.map(({ title }) => title));
  expect(titles('plan.read')).toEqual(['全部']);
  expect(titles('plan.read', 'plan.draft')).toEqual(['自己的']);
});

test('a path belongs to the longest entry that it begins with', () => {
  expect(entryAt(entries, '/plans/x1/diff')?.title).toBe('方案清单');
  expect(entryAt(entries, '/')?.title).toBe('工作台');
  expect(entryAt(entries, '/plansx')).toBeNull();
  expect(entryAt(entries, '/me')).toBeNull();
});

test('crumbs lead from the group to the page', () => {
  expect(crumbsFor(entries, '/plans', '方案清单').map(({ title }) => title)).toEqual(['方案', '方案清单']);
  expect(crumbsFor(entries, '/plans/x1', '纺织方案')).toEqual([
    { title: '方案', to: null },
    { title: '方案清单', to: '/plans' },
    { title: '纺织方案', to: null },
  ]);
  expect(crumbsFor(entries, '/me', '我的账号')).toEqual([{ title: '我的账号', to: null }]);
  expect(crumbsFor(entries, '/me', '')).toEqual([]);
});
