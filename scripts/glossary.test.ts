import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossaryFile, glossaryText, readTerms } from './glossary.ts';

const source = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

describe('glossary', () => {
  it('is up to date with packs/base/terms.yaml', () => {
    expect(readFileSync(glossaryFile, 'utf8')).toBe(glossaryText(readTerms()));
  });

  it.each(['src/document/domain/model.ts', 'src/plan/domain/lint/model.ts'])('knows every type of %s', (file) => {
    const codes = readTerms()
      .groups.flatMap(({ terms }) => terms.flatMap(({ code }) => code.split(' / ')))
      .map((code) => code.replace(/ \(.*\)$/, ''));
    const types = [...source(file).matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? '');
    expect(types.length).toBeGreaterThan(0);
    const unknown = types
      .map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase())
      .filter(
        (words) => !codes.some((code) => words === code || words === `${code} item` || words.endsWith(` ${code}`)),
      )
      .filter((words) => !['outline node', 'document extraction'].includes(words));
    expect(unknown).toEqual([]);
  });
});
