import {
  type LoadedPack,
  type PackFault,
  type PackKind,
  type PackLibrary,
  type PackName,
  type Refusal,
  RefusalError,
} from '../../src/kernel/index.ts';
import { type PackFile, readPackFiles } from './files.ts';
import { contentHash, deepFreeze } from './hash.ts';
import type { KeptPack, KeptPacks } from './kept.ts';
import { fitShape } from './shape.ts';
import { type PackSource, readYaml } from './yaml.ts';

type AnyKind = PackKind<never> | PackKind<unknown>;
interface Entry {
  readonly pack: LoadedPack;
  readonly kind: AnyKind;
  readonly source: Pick<PackSource, 'lineOf'>;
}

/**
 * Reads every `*.yaml` below `root` (folder `packs`), or files that were read, checks each against the kind it names,
 * then all together.
 * All or nothing: one wrong pack refuses the library, with every fault that was found, each with file, line and path.
 */
export function loadPackLibrary(root: string | readonly PackFile[], kinds: readonly AnyKind[]): PackLibrary {
  const { entries, refusals } = readEntries(typeof root === 'string' ? readPackFiles(root) : root, kinds);
  const library = libraryOf(entries);
  // Links between packs make sense only when all of them could be read.
  if (refusals.length === 0) {
    for (const { pack, kind, source } of entries) {
      refusals.push(...refusalsOf(kind.check(pack as LoadedPack<never>, library), pack.file, source));
    }
  }
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return library;
}

/**
 * Only the packs of some kinds, each by itself as its schema wants it. For those who find out by compiling what packs say
 * of one another. What `kept` remembers of a text is not read again.
 */
export function skimPackLibrary(
  files: readonly PackFile[],
  kinds: readonly AnyKind[],
  kept: KeptPacks | null = null,
): PackLibrary {
  const own = filesOfKinds(files, kinds);
  const { entries, refusals } = kept === null ? readEntries(own, kinds) : readKept(own, kinds, kept);
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return libraryOf(entries);
}

/** Without the files that say, on a line of its own, that they are of another kind. */
export function filesOfKinds(files: readonly PackFile[], kinds: readonly Pick<AnyKind, 'name'>[]): PackFile[] {
  const names = kinds.map(({ name }) => name);
  return files.filter(({ text }) => {
    const named = /^kind: *([a-z][a-z-]*)\s*$/mu.exec(text)?.[1];
    return named === undefined || names.includes(named);
  });
}

function readKept(files: readonly PackFile[], kinds: readonly AnyKind[], kept: KeptPacks): Entries {
  const schemas = JSON.stringify(kinds.map(({ name, schema }) => [name, schema]));
  const entries: Entry[] = [];
  const refusals: Refusal[] = [];
  for (const { file, text } of files) {
    const key = kept.keyOf(text, schemas);
    const found = kept.find(key);
    const kind = kinds.find(({ name }) => name === found?.kind);
    if (found !== null && kind !== undefined) {
      entries.push(entryOf(kind, file, found, laterSource(text, file)));
      continue;
    }
    const read = readEntries([{ file, text }], kinds);
    entries.push(...read.entries);
    refusals.push(...read.refusals);
    for (const { pack } of read.entries) kept.keep(key, { kind: pack.kind, hash: pack.hash, content: pack.content });
  }
  return { entries, refusals: [...refusals, ...sameIds(entries)] };
}

/** Lines are looked up only for a refusal. */
const laterSource = (text: string, file: string): Pick<PackSource, 'lineOf'> => ({
  lineOf: (path) => readYaml(text, file).lineOf(path),
});

interface Entries {
  readonly entries: readonly Entry[];
  readonly refusals: Refusal[];
}

function readEntries(files: readonly PackFile[], kinds: readonly AnyKind[]): Entries {
  const refusals: Refusal[] = [];
  const entries: Entry[] = [];
  for (const { file, text } of files) {
    try {
      entries.push(readEntry(file, text, kinds));
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      refusals.push(...error.refusals);
    }
  }
  refusals.push(...sameIds(entries));
  return { entries, refusals };
}

function readEntry(file: string, text: string, kinds: readonly AnyKind[]): Entry {
  const source = readYaml(text, file);
  const named = (source.value as { kind?: unknown } | null)?.kind;
  const kind = kinds.find(({ name }) => name === named);
  if (kind === undefined) {
    const given = typeof named === 'string' ? named : null;
    const limit = kinds.map(({ name }) => name).join('|');
    throw new RefusalError({
      code: 'pack-kind-unknown',
      field: `${file}:${source.lineOf(['kind'])} kind`,
      given,
      limit,
    });
  }
  const fitted = fitShape(kind.schema, source.value);
  if ('faults' in fitted) throw new RefusalError(...refusalsOf(fitted.faults, file, source));
  const content = fitted.value;
  return entryOf(kind, file, { kind: kind.name, hash: contentHash(content), content }, source);
}

function entryOf(kind: AnyKind, file: string, { hash, content }: KeptPack, source: Entry['source']): Entry {
  const { id } = deepFreeze(content) as { id: string };
  return { kind, source, pack: Object.freeze({ kind: kind.name, id, file, hash, content }) };
}

function libraryOf(entries: readonly Entry[]): PackLibrary {
  return {
    of: <T>(kind: PackName<T>) =>
      entries.filter((entry) => entry.kind.name === kind.name).map((entry) => entry.pack as LoadedPack<T>),
  };
}

function sameIds(entries: readonly Entry[]): Refusal[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ pack, source }) => {
    const key = `${pack.kind}/${pack.id}`;
    const other = first.get(key);
    first.set(key, pack.file);
    return other === undefined
      ? []
      : [{ code: 'pack-id-twice', field: `${pack.file}:${source.lineOf(['id'])} id`, given: pack.id, limit: other }];
  });
}

/** Refusals in the order of the file; the field reads `nanchang-textile-2025/plan.yaml:12 indicators/3/year`. */
function refusalsOf(faults: readonly PackFault[], file: string, source: Entry['source']): Refusal[] {
  return faults
    .map((fault) => ({ fault, line: source.lineOf(fault.path) }))
    .sort((a, b) => a.line - b.line)
    .map(({ fault: { code, path, given = null, limit = null }, line }) => ({
      code,
      field: `${file}:${line} ${path.join('/')}`.trimEnd(),
      given,
      limit,
    }));
}
