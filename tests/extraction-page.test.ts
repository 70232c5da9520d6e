import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const domain = join(import.meta.dirname, '../src/document/domain');
const page = readFileSync(join(import.meta.dirname, '../docs/extraction.md'), 'utf8');
const named = [...page.matchAll(/`([a-z]+\/[a-z-]+\.ts)`/gu)].map((m) => m[1]!);

test('files that the page of extraction leads to exist', () => {
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(join(domain, file)))).toEqual([]);
});

test('every concept of extraction is on the page, and nearly every file that decides something', () => {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const folders = [...new Set(files.map((file) => file.split('/')[0]))];
  expect(folders.filter((folder) => !named.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
  expect(files.filter((file) => named.includes(file)).length / files.length).toBeGreaterThan(0.8);
});
