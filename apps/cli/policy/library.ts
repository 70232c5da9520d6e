import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { systemClock } from '../../../platform/clock/index.ts';
import {
  filesOfKinds,
  KeptPacks,
  loadPackLibrary,
  type PackFile,
  readPackFiles,
  skimPackLibrary,
} from '../../../platform/pack-loader/index.ts';
import { type PackLibrary, RefusalError } from '../../../src/kernel/index.ts';
import {
  type CompiledLibrary,
  compileLibrary,
  loadPolicyRuns,
  policyPack,
  policyPackKinds,
} from '../../../src/policy/index.ts';
import { packsFolder } from '../../packs-folder.ts';

export interface LibraryOptions {
  /** A folder of packs, the folder of one pack, or ids of policies; several are parted by commas. */
  readonly packs?: string | undefined;
  readonly on?: string | undefined;
}

/**
 * The policies that a command is about, of packs that were checked in every way: those named, or all that are in force
 * on the day.
 */
export async function policiesHere({ packs, on }: LibraryOptions, words: readonly string[]): Promise<CompiledLibrary> {
  const choice = choiceOf(packs, words);
  return compiled(await checkedLibrary(choice), choice, dayOf(on));
}

/**
 * The same for a run, which need not know all there is to know about packs: they fit their schema, compile, and every
 * worked example comes out. One that does not is refused as `policiesHere` refuses it, by file and line.
 */
export async function policiesToRun({ packs, on }: LibraryOptions, words: readonly string[]): Promise<CompiledLibrary> {
  const choice = choiceOf(packs, words);
  const day = dayOf(on);
  const { examplesHold } = await loadPolicyRuns();
  try {
    const library = compiled(skimPackLibrary(choice.files, policyPackKinds, kept()), choice, day);
    if (examplesHold(library)) return library;
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    await checkedLibrary(choice);
    throw cause;
  }
  return compiled(await checkedLibrary(choice), choice, day);
}

/** Beside what else is kept between runs; see `jingwei`. */
const kept = (): KeptPacks => new KeptPacks(join(packsFolder, '..', 'node_modules', '.cache', 'packs'));

/** Which files, and which policies of them; null: all that are in force. */
interface Choice {
  readonly files: readonly PackFile[];
  /** Whether these are the packs of the program, all of them. */
  readonly own: boolean;
  readonly ids: readonly string[] | null;
  /** Folders of single packs whose policies are meant. */
  readonly folders: readonly string[];
}

function choiceOf(packs: string | undefined, words: readonly string[]): Choice {
  const given = [...(packs ?? '').split(','), ...words].map((each) => each.trim()).filter((each) => each !== '');
  const paths = [...new Set(given.flatMap((each) => folderOf(each) ?? []))];
  const ids = orAll(given.filter((each) => folderOf(each) === null));
  // A pack in a folder that is read as a whole is only chosen from it: what it names stands beside it.
  const roots = [packsFolder, ...paths];
  const within = paths.filter((path) => roots.some((root) => isBelow(path, root)));
  const outer = paths.filter((path) => !within.includes(path) && path !== packsFolder);
  const wantsOwn = paths.length === 0 || paths.some((path) => path === packsFolder || isBelow(path, packsFolder));
  const chosen = within.filter(holdsPolicy).map((path) => basename(path));
  const single = outer.filter(holdsPolicy);
  const others = outer.flatMap((path) => {
    const read = readPackFiles(path);
    return single.includes(path) ? read.map(({ file, text }) => ({ file: `${basename(path)}/${file}`, text })) : read;
  });
  const folders = [...chosen, ...single.map((path) => basename(path))];
  const files = wantsOwn ? [...readPackFiles(packsFolder), ...others] : withBaseFacts(others);
  return { files, own: outer.length === 0, ids, folders };
}

/** Whether a folder is in another one, at whatever depth. */
function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

const orAll = (ids: readonly string[]): readonly string[] | null => (ids.length === 0 ? null : ids);

/** A folder, or the one that a .yaml file is in; null for what is neither and so must be an id. */
function folderOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return resolve(path);
  return found?.isFile() && path.endsWith('.yaml') ? dirname(resolve(path)) : null;
}

/** The folder of one pack has its policy right in it. */
const holdsPolicy = (folder: string): boolean =>
  filesOfKinds(readPackFiles(folder), [policyPack]).some(
    ({ file, text }) => dirname(file) === '.' && /^kind: *policy\b/mu.test(text),
  );

/** Packs from elsewhere are written over the program's own dictionary of facts, unless they bring one of that name. */
function withBaseFacts(files: readonly PackFile[]): PackFile[] {
  const base = { file: 'base/facts.yaml', id: /^id: *base-facts\s*$/mu };
  if (files.some(({ file, text }) => file === base.file || base.id.test(text))) return [...files];
  const own = readPackFiles(packsFolder).filter(({ file }) => file === base.file);
  return [...own, ...files];
}

/** Of packs from elsewhere only what concerns policies is looked into; their plans are there to be named. */
async function checkedLibrary({ files, own }: Choice): Promise<PackLibrary> {
  // Loaded only here: all the kinds of pack bring their slices with them.
  const { packKinds } = await import('../../packs.ts');
  if (own) return loadPackLibrary(files, packKinds);
  const plans = packKinds.filter(({ name }) => name === 'plan').map((kind) => ({ ...kind, check: () => [] }));
  const kinds = [...policyPackKinds, ...plans];
  return loadPackLibrary(filesOfKinds(files, kinds), kinds);
}

function compiled(library: PackLibrary, { ids, folders }: Choice, on: string): CompiledLibrary {
  if (folders.length === 0) return compileLibrary(library, on, ids);
  const there = library
    .of(policyPack)
    .filter(({ file }) => folders.includes(dirname(file)))
    .map(({ content }) => content.id);
  return compileLibrary(library, on, [...there, ...(ids ?? [])]);
}

/** China knows one time, without summer. */
const hoursAheadMs = 8 * 3_600_000;

/** The day asked about; today when none was given. */
export function dayOf(on: string | undefined): string {
  if (on === undefined) return new Date(Date.parse(systemClock.now()) + hoursAheadMs).toISOString().slice(0, 10);
  const day = new Date(`${on}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(on) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on)) return on;
  throw new RefusalError({ code: 'option-not-a-day', field: '--on', given: on });
}
