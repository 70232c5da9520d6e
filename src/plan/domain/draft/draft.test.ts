import { describe, expect, test } from 'vitest';
import {
  at,
  clause,
  exampleDocument,
  exampleDraft,
  examplePage,
  indicator,
  secretary,
  table,
  task,
} from '../../../../tests/examples/plan.ts';
import type { Result } from '../../../kernel/index.ts';
import { ok } from '../../../kernel/index.ts';
import type { DraftState, ItemContent } from '../model.ts';
import { addItem } from './add-item.ts';
import { applyChange, type Change, inverse } from './change.ts';
import { correctHead } from './correct-head.ts';
import { correctItem } from './correct-item.ts';
import { deleteItem } from './delete-item.ts';
import { dismissFinding, reopenFinding } from './dismiss-finding.ts';
import { mergeItems } from './merge-items.ts';
import { pathAt } from './place.ts';
import { reviewItems } from './review-items.ts';

const draft = exampleDraft();
const codes = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, field }) => `${code} ${field}`);
const changeOf = (result: Result<Change>): Change => {
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.code).join());
  return result.value;
};
const draftAfter = (result: Result<Change>, on: DraftState = draft): DraftState => applyChange(on, changeOf(result));
const itemOf = (state: DraftState, id: string) => state.items.find((item) => item.id === id);
const correct = (itemId: string, content?: ItemContent, review?: 'confirmed' | 'rejected') =>
  correctItem(draft, examplePage, { itemId, ...(content && { content }), ...(review && { review }) }, secretary);

test('the example has one item of each kind, in the order of the text', () => {
  expect(draft.items.map(({ id, kind, review }) => [id, kind, review])).toEqual([
    ['I1', 'indicator', 'unreviewed'],
    ['T2', 'task', 'unreviewed'],
    ['C3', 'clause', 'unreviewed'],
    ['B4', 'table', 'unreviewed'],
  ]);
});

describe('correct an item', () => {
  test('a changed value makes it corrected, signed, and can be taken back whole', () => {
    const change = changeOf(correct('I1', indicator({ value: 280 })));
    const corrected = applyChange(draft, change);
    expect(itemOf(corrected, 'I1')).toMatchObject({ review: 'corrected', touched: secretary, content: { value: 280 } });
    expect(applyChange(corrected, inverse(change))).toEqual(draft);
  });
  test('a review alone leaves the content; nothing new is no change', () => {
    expect(itemOf(draftAfter(correct('T2', undefined, 'confirmed')), 'T2')?.review).toBe('confirmed');
    expect(changeOf(correct('I1', indicator())).items).toEqual([]);
  });
  test('a new place brings its own words and headings', () => {
    const moved = indicator({ ...at('新增规上企业25家') });
    const item = itemOf(draftAfter(correct('I1', moved)), 'I1');
    expect(item?.content).toMatchObject({ text: '新增规上企业25家', path: ['二、重点任务'] });
  });
  test.each([
    ['item-unknown itemId', 'I99', indicator()],
    ['place-outside-document start', 'I1', indicator({ start: 0, end: 100_000 })],
    ['place-empty end', 'I1', indicator({ start: 20, end: 20 })],
    ['field-empty content.name', 'I1', indicator({ name: ' ' })],
    ['range-without-end content.value2', 'I1', indicator({ op: 'range' })],
    ['range-not-rising content.value2', 'I1', indicator({ op: 'range', value2: 200 })],
    ['end-without-range content.value2', 'I1', indicator({ value2: 300 })],
    ['lead-not-a-unit content.lead', 'T2', task({ lead: '市财政局' })],
    ['unit-twice content.units', 'T2', task({ units: ['市工信局', '市工信局'] })],
    ['month-unknown content.deadlines', 'T2', task({ deadlines: ['2025-13'] })],
    ['clause-without-figure content.amount', 'C3', clause({ amount: null })],
    ['figure-below-zero content.amount', 'C3', clause({ amount: -1 })],
    ['rate-missing content.rate', 'C3', clause({ kind: 'rate' })],
    ['cap-missing content.cap', 'C3', clause({ kind: 'rate+cap', rate: 20 })],
    ['range-not-rising content.amountMax', 'C3', clause({ amountMin: 5, amountMax: 3 })],
    ['row-uneven content.rows.0', 'B4', table({ columns: [['2025年']] })],
  ])('refuses: %s', (expected, id, content) => {
    expect(codes(correct(id, content))).toContain(expected);
  });
  test('a fault that was there before does not stop another correction', () => {
    const faulty = exampleDraft(exampleDocument({ tasks: [task({ units: [], lead: '市工信局' })] }));
    const content = task({ units: [], lead: '市工信局', title: '培育规上企业' });
    expect(codes(correctItem(faulty, examplePage, { itemId: 'T2', content }, secretary))).toEqual([]);
  });
});

describe('add and delete', () => {
  test('an added item is confirmed and stands in its place of the text', () => {
    const content = indicator({ ...at('规上企业120家以上'), name: '规上企业数', value: 120, op: '>=', unit: '家' });
    const added = draftAfter(addItem(examplePage, 'indicator', content, 5, secretary));
    expect(added.items.map((item) => item.id)).toEqual(['I1', 'I5', 'T2', 'C3', 'B4']);
    expect(itemOf(added, 'I5')).toMatchObject({ review: 'confirmed', origin: 'added' });
  });
  test('a place outside and contradicting content are refused together', () => {
    const result = addItem(examplePage, 'indicator', indicator({ start: 9000, end: 9001, name: '' }), 5, secretary);
    expect(codes(result)).toEqual(['place-outside-document start', 'field-empty content.name']);
  });
  test('a deleted item is gone and comes back by the inverse', () => {
    const change = changeOf(deleteItem(draft, 'C3'));
    expect(itemOf(applyChange(draft, change), 'C3')).toBeUndefined();
    expect(applyChange(applyChange(draft, change), inverse(change))).toEqual(draft);
    expect(codes(deleteItem(draft, 'C4'))).toEqual(['item-unknown itemId']);
  });
});

describe('merge', () => {
  const two = exampleDraft(
    exampleDocument({
      tasks: [
        task({ lead: null, deadlines: ['2025-12'] }),
        task({ ...at('（二）建设园区'), units: ['市发改委', '市工信局'], deadlines: ['2026-06'] }),
      ],
    }),
  );
  test('joins lists, fills what was open, spans both places and removes the others', () => {
    const merged = draftAfter(mergeItems(two, 'T2', ['T3'], ok, secretary), two);
    expect(itemOf(merged, 'T3')).toBeUndefined();
    expect(itemOf(merged, 'T2')).toMatchObject({
      origin: 'merged',
      review: 'corrected',
      content: { lead: '市工信局', units: ['市工信局', '各县区政府', '市发改委'], deadlines: ['2025-12', '2026-06'] },
    });
    expect(itemOf(merged, 'T2')?.content.end).toBe(at('（二）建设园区').end);
  });
  test('refuses itself, other kinds, unknown ones and tables of other columns', () => {
    expect(codes(mergeItems(two, 'T2', ['T2'], ok, secretary))).toEqual(['merge-with-itself others']);
    expect(codes(mergeItems(two, 'T2', ['I1'], ok, secretary))).toEqual(['merge-of-kinds others']);
    expect(codes(mergeItems(two, 'T2', ['T77'], ok, secretary))).toEqual(['item-unknown itemId']);
    const tables = exampleDraft(exampleDocument({ tables: [table(), table({ columns: [['2025年'], ['2027年']] })] }));
    expect(codes(mergeItems(tables, 'B4', ['B5'], ok, secretary))).toEqual(['merge-of-columns others']);
  });
});

describe('review several, head, findings, headings', () => {
  test('confirms what is open, leaves what was corrected, refuses unknown ones', () => {
    const corrected = draftAfter(correct('I1', indicator({ value: 1 })));
    const change = changeOf(reviewItems(corrected, ['I1', 'T2', 'T2'], 'confirmed', secretary));
    expect(change.items.map((patch) => patch.after?.id)).toEqual(['T2']);
    expect(codes(reviewItems(draft, ['I1', 'X1'], 'rejected', secretary))).toEqual(['item-unknown itemId']);
  });
  test('the head takes days of the calendar only', () => {
    expect(draftAfter(correctHead(draft, { docNumber: null, validTo: '2027-12-31' })).head).toMatchObject({
      docNumber: null,
    });
    expect(codes(correctHead(draft, { issuedOn: '2025-02-30' }))).toEqual(['day-unknown head.issuedOn']);
    expect(codes(correctHead(draft, { title: ' ' }))).toEqual(['field-empty head.title']);
    const backwards = correctHead(draft, { validFrom: '2026-01-01', validTo: '2025-01-01' });
    expect(codes(backwards)).toEqual(['range-not-rising head.validTo']);
  });
  test('a finding is dismissed with a reason and reopened', () => {
    const place = at('营业收入达到260亿元');
    const finding = {
      id: 'r@1-2',
      rule: 'r',
      severity: 'error',
      message: '',
      arithmetic: null,
      path: [],
      related: [],
      dismissed: null,
      ...place,
    } as const;
    const dismissed = draftAfter(dismissFinding([finding], 'r@1-2', '原文如此', secretary));
    expect(dismissed.dismissals).toEqual([{ ...secretary, findingId: 'r@1-2', reason: '原文如此' }]);
    expect(draftAfter(reopenFinding(dismissed, 'r@1-2'), dismissed).dismissals).toEqual([]);
    expect(codes(dismissFinding([finding], 'r@1-2', ' ', secretary))).toEqual(['reason-missing reason']);
    expect(codes(dismissFinding([], 'r@1-2', '原文如此', secretary))).toEqual(['finding-unknown findingId']);
    expect(codes(reopenFinding(draft, 'r@1-2'))).toEqual(['finding-unknown findingId']);
  });
  test('headings above a place', () => {
    expect(pathAt(examplePage.outline, at('一次性奖励10万元'))).toEqual(['三、支持政策']);
    expect(pathAt(examplePage.outline, at('临江市'))).toEqual([]);
  });
});
