import { expect, test } from 'vitest';
import type { MenuPart } from '../../../../platform/web/shell/menu.ts';
import { pagesFor, stepTo } from './hits.ts';

const menu: readonly MenuPart[] = [
  {
    group: '方案',
    entries: [
      { group: '方案', title: '方案清单', to: '/plans', permission: 'plan.read', order: 1, words: 'fangan' },
      { group: '方案', title: '体检规则', to: '/rules', permission: 'plan.read', order: 2 },
    ],
  },
];
const found = (typed: string) => pagesFor(menu, typed).flatMap(({ hits }) => hits.map(({ link }) => link));

test('pages are found by their name, their group and other words', () => {
  expect(found('')).toEqual(['/plans', '/rules']);
  expect(found('体检')).toEqual(['/rules']);
  expect(found('FangAn')).toEqual(['/plans']);
  expect(found('方案 规则')).toEqual(['/rules']);
  expect(found('审计')).toEqual([]);
});

test('arrows go round', () => {
  expect([
    stepTo('ArrowDown', 2, 3),
    stepTo('ArrowUp', 0, 3),
    stepTo('Enter', 0, 3),
    stepTo('ArrowDown', -1, 0),
  ]).toEqual([0, 2, null, null]);
});
