import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { ApiRefused } from '../../../../../platform/http/client.ts';
import { exampleDraft } from '../../../../../tests/examples/plan.ts';
import type { DraftChangedJson, DraftJson } from '../../../contract.ts';
import { applyChanged } from './apply-changed.ts';
import { draftKey, draftQueue } from './draft-queue.ts';
import { conflictOf, touches } from './edit-conflict.ts';

const { head, items } = exampleDraft();
const draft = { planId: 'p', revision: 3, head, items, findings: [], undo: null, redo: null } as unknown as DraftJson;
const [indicator] = draft.items;
const changed = (fields: Partial<DraftChangedJson>): DraftChangedJson =>
  ({
    revision: 4,
    head,
    changed: [],
    removed: [],
    findings: [],
    undo: null,
    redo: null,
    ...fields,
  }) as DraftChangedJson;

test('changed, added and removed items take their places in the order of the text', () => {
  const added = { ...indicator!, id: 'I9', content: { ...indicator!.content, start: 0 } } as typeof indicator & object;
  const confirmed = { ...indicator!, review: 'confirmed' as const };
  const after = applyChanged(draft, changed({ changed: [confirmed, added], removed: ['T2'] }));
  expect(after.items.map(({ id, review }) => `${id} ${review}`)).toEqual([
    'I9 unreviewed',
    'I1 confirmed',
    'C3 unreviewed',
    'B4 unreviewed',
  ]);
  expect(after.revision).toBe(4);
  expect(applyChanged(draft, changed({})).items).toBe(draft.items);
});

test('a conflict tells whether the same item was touched', () => {
  const entry = { revision: 4, items: [{ itemId: 'I1' }] };
  const refused = new ApiRefused(409, [{ code: 'revision-conflict', message: '' }], { revision: 4, changes: [entry] });
  const conflict = conflictOf(refused)!;
  expect([touches(conflict, ['I1']), touches(conflict, ['T2'])]).toEqual([true, false]);
  expect(conflictOf(new ApiRefused(422, [], null))).toBeNull();
  expect(conflictOf(new Error('x'))).toBeNull();
});

test('changes wait for each other and go on from the newest revision, also after one was refused', async () => {
  const client = new QueryClient();
  client.setQueryData(draftKey('p'), draft);
  const seen: number[] = [];
  const queue = draftQueue(client, 'p');
  const send = (answer: () => DraftChangedJson) => async (revision: number) => {
    seen.push(revision);
    return answer();
  };
  const first = queue.change(
    ['I1'],
    send(() => changed({ revision: 4 })),
  );
  const refused = queue.change(
    ['I1'],
    send(() => {
      throw new ApiRefused(422, [{ code: 'field-empty', message: '请填写。' }], null);
    }),
  );
  const last = queue.change(
    ['T2'],
    send(() => changed({ revision: 5 })),
  );
  await first;
  await expect(refused).rejects.toThrow('请填写。');
  await last;
  expect(seen).toEqual([3, 4, 4]);
  expect(client.getQueryData<DraftJson>(draftKey('p'))?.revision).toBe(5);
});
