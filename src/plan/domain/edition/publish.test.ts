import { expect, test } from 'vitest';
import { exampleDraft, examplePage } from '../../../../tests/examples/plan.ts';
import { countsOf } from '../counts.ts';
import { canonicalJson, equalJson } from '../equal.ts';
import { withDismissals, withIds } from '../findings.ts';
import type { Finding } from '../lint/model.ts';
import { ancestorsOf, checkParents } from '../parents.ts';
import { toExtraction } from '../reading/to-extraction.ts';
import { statusOf } from '../status.ts';
import { editionText } from './content.ts';
import { publishDraft } from './publish.ts';

const draft = exampleDraft();
const finding: Finding = {
  rule: 'sum',
  severity: 'error',
  start: 3,
  end: 9,
  message: '',
  arithmetic: '1+1=3',
  path: [],
  related: [],
};
const found = withIds([finding, finding, { ...finding, severity: 'notice' }]);
const open = withDismissals(found, []);
const by = { by: { id: 'u1', name: '综合科' }, at: '2025-03-01T00:00:00.000Z' };

test('findings of one rule at one place get different ids, and the same ones next time', () => {
  expect(found.map(({ id }) => id)).toEqual(['sum@3-9', 'sum@3-9~2', 'sum@3-9~3']);
  expect(withIds([finding])[0]?.id).toBe('sum@3-9');
});

test('open errors stop a publication, a reason or a dismissal lets it pass', () => {
  expect(publishDraft(draft, open, undefined)).toEqual({
    ok: false,
    refusals: [{ code: 'errors-open', field: 'acknowledge', given: 2, limit: 0 }],
  });
  expect(publishDraft(draft, open, ' ').ok).toBe(false);
  expect(publishDraft(draft, open, '原文如此，已请示').ok).toBe(true);
  const dismissals = open.slice(0, 2).map(({ id }) => ({ ...by, findingId: id, reason: '原文如此' }));
  expect(publishDraft(draft, withDismissals(found, dismissals), undefined).ok).toBe(true);
});

test('rejected items leave the edition; one without items or title is refused', () => {
  const rejected = draft.items.map((item) => ({ ...item, review: 'rejected' as const }));
  const some = { ...draft, items: [rejected[0]!, ...draft.items.slice(1)] };
  const result = publishDraft(some, [], undefined);
  expect(result.ok && result.value.items.map(({ before }) => before?.id)).toEqual(['I1']);
  expect(publishDraft({ ...draft, items: rejected }, [], undefined)).toMatchObject({
    refusals: [{ code: 'nothing-to-publish' }],
  });
  const untitled = { ...draft, head: { ...draft.head, title: null } };
  expect(publishDraft(untitled, [], undefined)).toMatchObject({ refusals: [{ code: 'title-missing' }] });
});

test('what is hashed does not depend on the order of fields, and changes with any figure', () => {
  const source = { id: 's', fileName: '方案.txt', format: 'txt', sha256: 'ab', start: 0, end: 10 } as const;
  const content = {
    planId: 'p',
    number: 1,
    head: draft.head,
    structure: { annexes: [], outline: [] },
    source,
    items: draft.items,
  };
  const turned = draft.items.map(
    (item) => Object.fromEntries(Object.entries(item).reverse()) as unknown as typeof item,
  );
  expect(editionText({ ...content, items: turned })).toBe(editionText(content));
  expect(editionText({ ...content, items: draft.items.slice(1) })).not.toBe(editionText(content));
  expect(canonicalJson({ b: 1, a: [undefined, { d: null, c: '"' }] })).toBe('{"a":[null,{"c":"\\"","d":null}],"b":1}');
  expect(equalJson({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(equalJson({ a: [] }, { a: {} })).toBe(false);
});

test('counts leave rejected items and dismissed findings out', () => {
  const items = draft.items.map((item) => (item.kind === 'task' ? { ...item, review: 'rejected' as const } : item));
  const findings = withDismissals(found, [{ ...by, findingId: 'sum@3-9', reason: '无误' }]);
  expect(countsOf(items, findings)).toEqual({
    indicators: 1,
    tasks: 0,
    clauses: 1,
    tables: 1,
    unreviewed: 3,
    rejected: 1,
    errors: 1,
    warnings: 0,
    notices: 1,
    dismissed: 1,
  });
});

test('a draft becomes an extraction again without its rejected items', () => {
  const items = draft.items.map((item) => (item.kind === 'task' ? { ...item, review: 'rejected' as const } : item));
  const extraction = toExtraction({ ...draft, items }, { annexes: [], outline: [] }, examplePage);
  expect(extraction).toMatchObject({ start: 0, end: examplePage.end, tasks: [], title: draft.head.title });
  expect(extraction.indicators).toHaveLength(1);
});

test('status from open draft and editions', () => {
  expect([statusOf(true, null), statusOf(true, 2), statusOf(false, 2), statusOf(false, null)]).toEqual([
    'draft',
    'revising',
    'published',
    'discarded',
  ]);
});

test('parents: not itself, not twice, no circle', () => {
  const links = [
    { child: 'b', parent: 'c' },
    { child: 'c', parent: 'a' },
    { child: 'x', parent: 'x' },
  ];
  const above = ancestorsOf(['b', 'x'], links);
  expect(above.get('b')).toEqual(new Set(['c', 'a']));
  const parent = (planId: string | null) => ({ planId, title: '上位规划', docNumber: null });
  const refused = checkParents('a', [parent('a'), parent('b'), parent('x'), parent('x')], above);
  expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual([
    'parent-is-itself',
    'parent-circle',
    'parent-twice',
  ]);
  expect(checkParents('z', [parent('b'), parent(null), parent(null)], above).ok).toBe(true);
});
