import { expect, test } from 'vitest';
import { clause, indicator } from '../../../../tests/examples/plan.ts';
import type { DiffJson } from '../../contract.ts';
import { whatChanged } from './what-changed.ts';

type Line = DiffJson['items'][number];
const line = (kind: string, from: object, to: object, fields: readonly string[]): Line =>
  ({
    change: 'changed',
    kind,
    from: { id: 'X1', kind, content: from },
    to: { id: 'X1', kind, content: to },
    fields: fields.map((field) => ({
      field,
      from: (from as Record<string, unknown>)[field],
      to: (to as Record<string, unknown>)[field],
    })),
  }) as unknown as Line;

test('a target is told as one, with unit and comparator; where it stands is not told', () => {
  const changed = line(
    'indicator',
    indicator({ value: 198, year: 2025 }),
    indicator({ value: 224, op: '>=', year: 2026 }),
    ['value', 'op', 'start', 'year'],
  );
  expect(whatChanged(changed)).toEqual([
    { word: '目标值', from: '198 亿元', to: '≥ 224 亿元' },
    { word: '年份', from: '2025', to: '2026' },
  ]);
});

test('the amounts of a clause are told as one', () => {
  const changed = line('clause', clause({ amount: 10 }), clause({ amount: 12, cap: 50 }), ['amount', 'cap', 'payer']);
  expect(whatChanged(changed).map(({ word, to }) => `${word} ${to}`)).toEqual([
    '奖补 12 万元，封顶 50 万元',
    expect.stringMatching(/^出资方/),
  ]);
});

test('only the place: nothing to tell', () => {
  expect(whatChanged(line('indicator', indicator(), indicator(), ['start', 'end', 'text']))).toEqual([]);
});
