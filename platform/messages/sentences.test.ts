import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseMessages } from './database.ts';
import { fieldName } from './fields.ts';
import { knownCodes, say } from './index.ts';
import { planMessages } from './plan.ts';
import { serverMessages } from './server.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every code that the sources of a folder refuse with. */
function codesOf(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^client\.ts$/.test(file));
  return sources.flatMap((file) => {
    const text = readFileSync(join(root, folder, file), 'utf8');
    return [...text.matchAll(/code: '([a-z]+(?:-[a-z0-9]+)+)'/g)].map((match) => match[1]!);
  });
}
const folders = ['src/plan/commands', 'src/plan/domain/draft', 'src/plan/domain/content', 'src/plan/domain/edition'];

test.each([...folders, 'platform/db', 'platform/http', 'platform/jobs', 'apps/server'])(
  'every code of %s has a sentence',
  (folder) => {
    const codes = codesOf(folder);
    expect(codes.filter((code) => !knownCodes.includes(code))).toEqual([]);
  },
);

test('every sentence is a sentence, says what to do, and shows no code', () => {
  for (const code of Object.keys({ ...planMessages, ...serverMessages, ...databaseMessages })) {
    const sentence = say({ code, field: 'content.units', given: 7, limit: 5 });
    expect(sentence, code).toMatch(/。$/);
    expect(sentence, code).toMatch(/请/);
    expect(sentence, code).not.toMatch(/undefined|null|NaN|[a-z]+-[a-z]+-/);
  }
});

test('fields are said in Chinese', () => {
  expect(fieldName('content.units.0')).toBe('「责任单位」');
  expect(fieldName('body.strange')).toBe('「body.strange」');
  expect(fieldName(undefined)).toBe('这一项');
});
