import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileRefusalCodes } from '../files/index.ts';
import { knownCodes, say } from './index.ts';

const folder = join(import.meta.dirname, '..', 'files');

function sources(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  return readdirSync(path).flatMap((name) => sources(join(path, name)));
}

describe('sentences for refused files', () => {
  test('every code has a sentence that names the file and ends with what to do', () => {
    for (const code of fileRefusalCodes) {
      const sentence = say({ code, field: '方案.docx', given: 7, limit: 5 });
      expect(sentence, code).toMatch(/^「方案\.docx」.+。$/);
      expect(sentence, code).toMatch(/请/);
      expect(sentence, code).not.toMatch(/undefined|null|NaN|[a-z]+-[a-z]+-limit/);
    }
  });

  test('every code used in platform/files is in the list, and every code of the list is used', () => {
    const text = sources(folder)
      .filter((path) => !path.endsWith('refusals.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const used = [...text.matchAll(/refuseFile\(\s*'([a-z-]+)'/g)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(20);
    for (const code of used) expect(knownCodes).toContain(code);
    for (const code of fileRefusalCodes) expect(text, code).toContain(`'${code}'`);
  });

  test('figures are said with their unit', () => {
    expect(say({ code: 'too-large', field: 'a.pdf', given: 52_428_801, limit: 52_428_800 })).toContain(
      '50.1 MB，超过 50 MB',
    );
    expect(say({ code: 'scanned-pdf', field: 'a.pdf', given: 12, limit: 14 })).toContain('14 页中有 12 页');
    expect(say({ code: 'wrong-extension', field: 'a.docx', given: '.docx', limit: 'pdf' })).toContain('PDF');
  });

  test('a code without a sentence still tells the place', () => {
    expect(say({ code: 'constructor', field: '表一' })).toContain('「表一」');
  });
});
