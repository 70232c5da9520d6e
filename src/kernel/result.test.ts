import { expect, test } from 'vitest';
import { ok, RefusalError, refuse } from './result.ts';

test('a value that was accepted carries no refusals', () => {
  expect(ok(12)).toEqual({ ok: true, value: 12 });
});

test('a refusal carries every reason at once, with the value given and the limit it broke', () => {
  const result = refuse(
    { code: 'file-too-large', field: 'file', given: 300, limit: 200 },
    { code: 'unknown-format', field: 'file', given: 'exe' },
  );
  expect(result.ok).toBe(false);
  expect(result.refusals.map((r) => r.code)).toEqual(['file-too-large', 'unknown-format']);
  expect(result.refusals[0]).toMatchObject({ given: 300, limit: 200 });
});

test('the error that carries refusals is an Error, names itself and lists their codes', () => {
  const error = new RefusalError({ code: 'no-text' }, { code: 'file-empty', field: 'file' });
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('RefusalError');
  expect(error.message).toBe('no-text, file-empty');
  expect(error.refusals.map((r) => r.field)).toEqual([undefined, 'file']);
});
