import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Type from 'typebox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackKind, RefusalError } from '../../src/kernel/index.ts';
import { readPackFiles } from './files.ts';
import { KeptPacks } from './kept.ts';
import { loadPackLibrary, skimPackLibrary } from './library.ts';
import { packLimits } from './limits.ts';

interface Toy {
  readonly id: string;
  readonly size: number;
  readonly friend: string | null;
}
const toyPack: PackKind<Toy> = {
  name: 'toy',
  schema: Type.Object(
    {
      kind: Type.Literal('toy'),
      id: Type.String(),
      size: Type.Integer(),
      friend: Type.Union([Type.String(), Type.Null()], { default: null }),
    },
    { additionalProperties: false },
  ),
  check: ({ content }, library) =>
    content.friend === null || library.of(toyPack).some((other) => other.id === content.friend)
      ? []
      : [{ code: 'toy-without-friend', path: ['friend'], given: content.friend }],
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
const toys = () => loadPackLibrary(root, [toyPack]).of(toyPack);
function refusals(): readonly object[] {
  try {
    toys();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals;
    throw error;
  }
  return [];
}

describe('loadPackLibrary', () => {
  it('loads every pack below the root, with defaults, frozen', () => {
    put('a/toy.yaml', 'kind: toy\nid: bear\nsize: 3\n');
    put('b/c/toy.yaml', 'kind: toy\nid: cat\nsize: 2\nfriend: bear\n');
    const [bear, cat] = toys();
    expect(bear?.content).toEqual({ kind: 'toy', id: 'bear', size: 3, friend: null });
    expect(cat?.file).toBe('b/c/toy.yaml');
    expect(Object.isFrozen(bear?.content)).toBe(true);
  });

  it('gives the same hash whatever the layout, and another one for another content', () => {
    put('a.yaml', 'kind: toy\nid: a\nsize: 3\n');
    put('b.yaml', '# a comment\n{size: 3, id: a1, kind: toy}\n');
    const [a, b] = toys();
    put('b.yaml', '# a comment\n{size: 3, kind: toy, id: a}\n');
    rmSync(join(root, 'a.yaml'));
    expect(toys()[0]?.hash).toBe(a?.hash);
    expect(a?.hash).not.toBe(b?.hash);
    expect(a?.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('names file, line and path of everything that is wrong, at once', () => {
    put('a.yaml', 'kind: toy\nid: a\nsize: large\nsise: 3\n');
    put('b.yaml', 'kind: tool\nid: b\n');
    expect(refusals()).toEqual([
      { code: 'pack-shape', field: 'a.yaml:3 size', given: 'large', limit: '要整数' },
      { code: 'pack-key-unknown', field: 'a.yaml:4 sise', given: 3, limit: 'size' },
      { code: 'pack-kind-unknown', field: 'b.yaml:1 kind', given: 'tool', limit: 'toy' },
    ]);
  });

  it('refuses two packs of one id and links that lead nowhere', () => {
    put('a.yaml', 'kind: toy\nid: a\nsize: 1\n');
    put('b.yaml', 'kind: toy\nid: a\nsize: 2\n');
    expect(refusals()).toEqual([{ code: 'pack-id-twice', field: 'b.yaml:2 id', given: 'a', limit: 'a.yaml' }]);
    put('b.yaml', 'kind: toy\nid: b\nsize: 2\nfriend: c\n');
    expect(refusals()).toEqual([{ code: 'toy-without-friend', field: 'b.yaml:4 friend', given: 'c', limit: null }]);
  });

  it('refuses files that are too large or not UTF-8, and a root that is not there', () => {
    put('big.yaml', `kind: toy\n# ${'x'.repeat(packLimits.bytes)}\n`);
    expect(refusals()).toMatchObject([{ code: 'pack-too-large', field: 'big.yaml', limit: packLimits.bytes }]);
    put('big.yaml', Uint8Array.of(0x6b, 0xc1, 0xd9));
    expect(refusals()).toMatchObject([{ code: 'pack-not-utf8', field: 'big.yaml' }]);
    expect(() => loadPackLibrary(join(root, 'none'), [toyPack])).toThrow(RefusalError);
  });

  it('does not follow links out of the root', () => {
    put('a.yaml', 'kind: toy\nid: a\nsize: 1\n');
    symlinkSync('/etc', join(root, 'etc'));
    symlinkSync(join(root, 'a.yaml'), join(root, 'b.yaml'));
    expect(toys().map((toy) => toy.file)).toEqual(['a.yaml']);
  });
});

describe('skimPackLibrary', () => {
  const skimmed = () => skimPackLibrary(readPackFiles(root), [toyPack]).of({ name: 'toy' });

  it('does not look into files of other kinds, nor at what packs say of one another', () => {
    put('a/toy.yaml', 'id: bear\nkind: toy\nsize: 3\nfriend: nobody\n');
    put('b/other.yaml', 'kind: other\nbroken: [\n');
    expect(skimmed().map(({ id }) => id)).toEqual(['bear']);
  });

  it('refuses a file that does not say plainly what it is', () => {
    put('a/toy.yaml', '{kind: other, id: bear}\n');
    expect(skimmed).toThrow('pack-kind-unknown');
  });

  it('refuses what the schema does not allow', () => {
    put('a/toy.yaml', 'kind: toy\nid: bear\nsize: much\n');
    expect(skimmed).toThrow('pack-shape');
  });

  it('remembers what a text came to, and reads it again when text, schema or memory is another', () => {
    put('a/toy.yaml', 'kind: toy\nid: bear\nsize: 3\n');
    const folder = join(root, '..', `${basename(root)}-kept`);
    const kept = new KeptPacks(folder);
    const skim = (kind: PackKind<Toy> = toyPack) => skimPackLibrary(readPackFiles(root), [kind], kept).of(kind);
    try {
      const first = skim();
      const [entry = ''] = readdirSync(folder);
      expect(readdirSync(folder)).toHaveLength(1);
      expect(skim()).toEqual(first);
      expect(Object.isFrozen(skim()[0]?.content)).toBe(true);
      writeFileSync(join(folder, entry), readFileSync(join(folder, entry), 'utf8').replace('"size":3', '"size":9'));
      expect(skim()).toEqual(first);
      writeFileSync(join(folder, entry), '{"kind":');
      expect(skim()).toEqual(first);
      expect(() => skim({ ...toyPack, schema: Type.Object({ size: Type.String() }) })).toThrow('pack-shape');
      put('a/toy.yaml', 'kind: toy\nid: bear\nsize: 4\n');
      expect(skim()[0]?.content.size).toBe(4);
      put('b/toy.yaml', 'kind: toy\nid: bear\nsize: 5\n');
      expect(skim).toThrow('pack-id-twice');
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'no folder');
      expect(() => skim()).toThrow('pack-id-twice');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
