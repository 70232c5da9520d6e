import { describe, expect, test } from 'vitest';
import { content, duty, signedByAll } from '../../../../tests/examples/task.ts';
import { lightOf, usualLightRules } from '../index.ts';
import { dayWords, figureWords, periodWords, reasonWords, sourceWords } from './index.ts';

test.each([
  [1234, 2, '12.34'],
  [5, 3, '0.005'],
  [-5, 1, '-0.5'],
  [0, 2, '0.00'],
  [150, 0, '150'],
])('%i at %i decimals is %s', (value, decimals, words) => {
  expect(figureWords(value, decimals)).toBe(words);
});

test.each([
  ['2026', '2026年'],
  ['2026-Q3', '2026年第三季度'],
  ['2026-05', '2026年5月'],
])('%s is %s', (period, words) => {
  expect(periodWords(period)).toBe(words);
});

test('days are said as people write them', () => {
  expect(dayWords('2026-11-01')).toBe('2026年11月1日');
});

describe('a light says why in a sentence', () => {
  const { task } = signedByAll(content({ duties: [duty('D1', '甲局', { dueOn: '2025-06-30' })] }));
  const said = (day: string) => {
    const [one] = task.duties;
    if (one === undefined) throw new Error('no duty');
    return reasonWords(lightOf(task, one, [], day, usualLightRules).reason);
  };
  test.each([
    ['2025-06-30', '今天到期。'],
    ['2025-06-25', '2025年6月30日到期，还有 5 天。'],
    ['2025-07-03', '2025年6月30日到期，已超期 3 天。'],
    ['2025-03-03', '进度正常。'],
  ])('on %s: %s', (day, words) => {
    expect(said(day)).toBe(words);
  });

  test('with the figures that are behind', () => {
    const pace = { deliverableId: 'F1', value: 405, target: 1000, expected: 501, behind: true };
    expect(reasonWords({ code: 'behind-pace', name: '改造项目', pace }, 1, '个')).toBe(
      '“改造项目”现在是 40.5个，按进度应到 50.1个。',
    );
    expect(reasonWords({ code: 'behind-pace', name: '普及率', pace: { ...pace, expected: null } }, 1, '%')).toBe(
      '“普及率”现在是 40.5%，目标是 100.0%。',
    );
    expect(reasonWords({ code: 'behind-pace', name: '项目', pace: { ...pace, value: null } })).toBe(
      '“项目”还没有报过数。',
    );
  });
});

test.each([
  [{ kind: 'instruction', by: '李链长', on: '2025-01-02', words: '抓紧。' } as const, '李链长2025年1月2日交办'],
  [{ kind: 'meeting', title: '链长会议', on: '2025-03-04', item: '三' } as const, '链长会议（2025年3月4日）议定'],
  [{ kind: 'upper-document', title: '行动计划', docNumber: null, place: '二' } as const, '上级文件《行动计划》二'],
  [{ kind: 'plan', planId: 'p', edition: 1, itemId: null, place: '二/（一）/1' } as const, '行动方案 二/（一）/1'],
])('a task says where it comes from: %j', (source, words) => {
  expect(sourceWords(source)).toBe(words);
});
