import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossaryFile, glossaryText, readTerms } from './glossary.ts';

const source = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

describe('glossary', () => {
  it('is up to date with packs/base/terms.yaml', () => {
    expect(readFileSync(glossaryFile, 'utf8')).toBe(glossaryText(readTerms()));
  });

  it.each(['src/document/domain/model.ts', 'src/plan/domain/model.ts', 'src/plan/domain/lint/model.ts'])(
    'knows every type of %s',
    (file) => {
      const terms = readTerms().groups.flatMap((group) => group.terms);
      const words = new Set(terms.flatMap(({ code }) => code.split(/ \/ | \(|\)|, /)));
      const types = [...source(file).matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? '');
      expect(types.length).toBeGreaterThan(0);
      const inWords = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
      const unknown = types.filter((name) => !words.has(inWords(name)));
      expect(unknown).toEqual([]);
    },
  );
});
