import { expect, test } from 'vitest';
import { clause, exampleDocument, exampleDraft, indicator, table, task } from '../../../../tests/examples/plan.ts';
import type { DocumentExtraction } from '../../../document/index.ts';
import { nextReading } from '../edition/next-reading.ts';
import type { PlanItem } from '../model.ts';
import { readItems } from '../reading/from-extraction.ts';
import { diffVersions } from './diff.ts';
import { outOfOrder } from './order.ts';

/** Moves every place of the document, as a paragraph put in front does. */
const shifted = (items: readonly PlanItem[], by: number) =>
  items.map(
    (item) =>
      ({
        ...item,
        content: { ...item.content, start: item.content.start + by, end: item.content.end + by },
      }) as PlanItem,
  );
/** The same version as a new file would bring it: other ids. */
const renamed = (items: readonly PlanItem[]) => items.map((item) => ({ ...item, id: `${item.id}00` }));

const several = [
  indicator({ name: '规上企业数', value: 120, unit: '家', text: '规上企业120家' }),
  indicator({ name: '利润', value: 12, text: '利润12亿元' }),
  indicator(),
];
const old = exampleDraft(exampleDocument({ indicators: several }));
const diffWith = (fields: Partial<DocumentExtraction>) =>
  diffVersions(old, exampleDraft(exampleDocument({ indicators: several, ...fields })));

test('the same version, moved down the page and with other ids, shows nothing', () => {
  const same = diffVersions(old, { head: old.head, items: renamed(shifted(old.items, 500)) });
  expect(same).toEqual({ head: [], items: [], counts: { added: 0, removed: 0, changed: 0, moved: 0, same: 6 } });
});

test('a changed figure is one changed item with its field', () => {
  const diff = diffWith({ clauses: [clause({ amount: 20, text: '对首次上规的企业一次性奖励20万元' })] });
  expect(diff.counts).toMatchObject({ added: 0, removed: 0, changed: 1 });
  expect(diff.items[0]).toMatchObject({ change: 'changed', kind: 'clause' });
  expect(diff.items[0]?.fields).toContainEqual({ field: 'amount', from: 10, to: 20 });
});

test('a new year of the same indicator is changed only when nothing nearer is there', () => {
  const newer = several.map((one) => (one.name === '利润' ? { ...one, value: 15, text: '利润15亿元' } : one));
  const diff = diffVersions(old, {
    head: old.head,
    items: renamed(exampleDraft(exampleDocument({ indicators: newer })).items),
  });
  expect(diff.items.map(({ change, from, to }) => [change, from?.id, to?.id])).toEqual([['changed', 'I2', 'I200']]);
});

test('added, removed and head fields', () => {
  const next = exampleDocument({ indicators: several.slice(1), title: '临江市针纺产业行动方案（修订）' });
  const fresh = { ...exampleDraft(next), items: renamed(exampleDraft(next).items) };
  const diff = diffVersions(old, fresh);
  expect(diff.counts).toMatchObject({ added: 0, removed: 1, changed: 0, same: 5 });
  expect(diff.items[0]).toMatchObject({ change: 'removed', to: null, from: { content: { name: '规上企业数' } } });
  expect(diff.head.map((change) => change.field)).toEqual(['title']);
  expect(diffVersions(fresh, old).counts).toMatchObject({ added: 1, removed: 0 });
});

test('under another heading, or in another order, an item has moved', () => {
  const elsewhere = diffWith({ tasks: [task({ path: ['四、保障措施'], no: '四/1' })] });
  expect(elsewhere.items.map(({ change, kind }) => [change, kind])).toEqual([['moved', 'task']]);
  const places = [10, 20, 30, 40, 50].map((start) =>
    indicator({ name: `指标${start}`, text: `指标${start}`, start, end: start + 5 }),
  );
  const before = exampleDraft(exampleDocument({ indicators: places }));
  const front = [...places.slice(0, 4), { ...places[4]!, start: 5, end: 9 }];
  const next = exampleDraft(exampleDocument({ indicators: front }));
  const diff = diffVersions(before, { head: next.head, items: renamed(next.items) });
  expect(diff.items.map(({ change, to }) => [change, to?.content.start])).toEqual([['moved', 5]]);
});

test('a rejected item is as if it were not there', () => {
  const items = old.items.map((item) => (item.id === 'I1' ? { ...item, review: 'rejected' as const } : item));
  expect(diffVersions(old, { head: old.head, items }).counts).toMatchObject({ removed: 1, same: 5 });
});

test('a changed cell of a table is a change, its place is not', () => {
  const rows = table().rows.map((row, at) =>
    at === 0 ? { ...row, cells: row.cells.map((cell) => ({ ...cell, text: '11', value: 11 })) } : row,
  );
  const diff = diffWith({ tables: [table({ rows, start: 400, end: 420 })] });
  expect(diff.items.map(({ kind, fields }) => [kind, fields.map((one) => one.field)])).toEqual([['table', ['rows']]]);
});

test('a newer file keeps ids, and the review of what is word for word the same', () => {
  const reviewed = old.items.map((item) => ({ ...item, review: 'confirmed' as const }));
  const newer = exampleDocument({
    indicators: [indicator({ value: 300, text: '营业收入达到300亿元' }), ...several.slice(0, 2)],
    clauses: [],
  });
  const { items, next } = nextReading(reviewed, readItems(newer), 7);
  const seen = items.map(({ id, review, content }) => [id, review, 'name' in content ? content.name : '']);
  expect(seen).toContainEqual(['I3', 'unreviewed', '营业收入']);
  expect(seen).toContainEqual(['I1', 'confirmed', '规上企业数']);
  expect(next).toBe(7);
  expect(nextReading([], readItems(newer), 7)).toMatchObject({ next: 12 });
});

test('thousands of items that share nothing are compared quickly enough to finish', () => {
  const many = (word: string) =>
    Array.from({ length: 1500 }, (_, n) =>
      indicator({ name: `${word}${n}`, year: n, text: `${word}第${n}项达到${n}家` }),
    );
  const from = exampleDraft(exampleDocument({ indicators: many('甲类指标'), tasks: [], clauses: [], tables: [] }));
  const to = exampleDraft(exampleDocument({ indicators: many('乙种项目'), tasks: [], clauses: [], tables: [] }));
  const { counts } = diffVersions(from, { head: to.head, items: renamed(to.items) });
  expect(counts.added).toBe(counts.removed);
  expect(counts.added + counts.changed + counts.moved + counts.same).toBe(1500);
});

test('the fewest numbers that break the order', () => {
  expect([...outOfOrder([1, 2, 3])]).toEqual([]);
  expect([...outOfOrder([9, 1, 2, 3])]).toEqual([0]);
  expect([...outOfOrder([1, 3, 2, 4])]).toHaveLength(1);
});
