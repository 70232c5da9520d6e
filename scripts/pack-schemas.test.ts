import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packsFolder } from '../apps/packs.ts';
import { keysOf, wordsFor } from '../platform/pack-loader/editor-schema.ts';
import { readPackFiles } from '../platform/pack-loader/index.ts';
import { factsPack, factsWords, policyPack, policyWords } from '../src/policy/index.ts';
import { schemaFiles, schemaFolder } from './pack-schemas.ts';

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
const validators = new Map<string, ValidateFunction>(
  [...schemaFiles()].map(([file, text]) => [file.replace('.json', ''), ajv.compile(JSON.parse(text))]),
);
const faultsOf = (kind: string, pack: unknown): string[] => {
  const validate = validators.get(kind);
  if (validate === undefined) throw new Error(`no schema for ${kind}`);
  validate(pack);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('schemas for editors', () => {
  test('are what scripts/pack-schemas.ts writes', () => {
    const written = readdirSync(schemaFolder).map((file) => [file, readFileSync(join(schemaFolder, file), 'utf8')]);
    expect(written.toSorted()).toEqual([...schemaFiles()].toSorted());
  });

  test('hold for every pack of this repository, as written', () => {
    const files = readPackFiles(packsFolder);
    expect(files.length).toBeGreaterThan(20);
    for (const { file, text } of files) {
      const pack: { kind: string } = parse(text);
      expect(faultsOf(pack.kind, pack), file).toEqual([]);
    }
  });

  test('say in Chinese what every key of a policy and of a dictionary means, and nothing else', () => {
    for (const [kind, words] of [
      [policyPack, policyWords],
      [factsPack, factsWords],
    ] as const) {
      const keys = keysOf(kind.schema);
      expect(keys.filter((path) => wordsFor(path, words) === undefined).map((path) => path.join('.'))).toEqual([]);
      const used = new Set(keys.map((path) => wordsFor(path, words)));
      expect(Object.entries(words).filter(([key, said]) => key !== `${kind.name}.title` && !used.has(said))).toEqual(
        [],
      );
    }
  });

  test('find what a person mistypes', () => {
    const pack = (changes: object) => {
      const file = readPackFiles(packsFolder).find((each) => each.file === 'hunan-textile-2023/policy.yaml');
      const read: { clauses: object[] } = parse(file?.text ?? '');
      return faultsOf('policy', { ...read, clauses: [{ ...read.clauses[0], ...changes }] });
    };
    expect(pack({})).toEqual([]);
    expect(pack({ capp: '10万元' })).toContain('/clauses/0 must NOT have additional properties');
    expect(pack({ pay: { rate: '12%' } })).toContain("/clauses/0/pay must have required property 'of'");
    expect(pack({ when: [{ some: ['已上市'] }] }).join()).toContain('/clauses/0/when/0');
    expect(pack({ examples: [] })).toContain('/clauses/0/examples must NOT have fewer than 1 items');
    expect(pack({ round: { to: '角', mode: 'half-up' } })).toContain(
      '/clauses/0/round/to must be equal to one of the allowed values',
    );
  });
});
