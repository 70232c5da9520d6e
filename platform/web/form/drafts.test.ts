import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { draftOf, dropDraft, keepDraft, setDraftOwner } from './drafts.ts';
import type { Field } from './model.ts';

/** A browser's storage, which Node does not have without a file. */
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeAll(() => void vi.stubGlobal('localStorage', storage));
afterAll(() => void vi.unstubAllGlobals());

const fields: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称' },
  { input: 'secret', name: 'password', label: '密码', complete: 'off' },
];

test('a draft is found by its person only, without passwords, until it is dropped', () => {
  setDraftOwner('');
  keepDraft('unit', fields, { name: '市工信局' });
  expect(kept.size).toBe(0);
  setDraftOwner('p1');
  keepDraft('unit', fields, { name: '市工信局', password: 'geheim', strange: 1 });
  expect([...kept.values()].join()).not.toContain('geheim');
  expect(draftOf('unit', fields)?.values).toEqual({ name: '市工信局' });
  setDraftOwner('p2');
  expect(draftOf('unit', fields)).toBeNull();
  setDraftOwner('p1');
  dropDraft('unit');
  expect(draftOf('unit', fields)).toBeNull();
});

test('what is old or broken is no draft', () => {
  setDraftOwner('p1');
  const text = (at: string) => JSON.stringify({ at, values: { name: '甲', gone: 1 } });
  kept.set('jingwei.draft.p1.unit', text(new Date().toISOString()));
  expect(draftOf('unit', fields)?.values).toEqual({ name: '甲' });
  for (const broken of [text('2020-01-01T00:00:00Z'), text('x').replace('"at":"x",', ''), '{', 'null']) {
    kept.set('jingwei.draft.p1.unit', broken);
    expect(draftOf('unit', fields)).toBeNull();
  }
});
