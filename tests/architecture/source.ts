import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/** A file of the repository: path from its root with `/`, and text. Tests of the rules invent them. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Something a rule does not allow, where, and what to do instead. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for relative imports, null for packages and `node:` modules. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A node of the syntax tree (ESTree with TypeScript), loosely typed: rules look only at a few properties. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.data', 'coverage', 'test-results']);

/** Every file below the given folders and files of the repository whose name ends with one of the endings. */
export function readSources(root: string, places: readonly string[], endings: readonly string[]): Source[] {
  return places
    .flatMap((place) => listFiles(root, place))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Every file below a folder, as paths from the root; a file gives itself, what does not exist gives nothing. */
export function listFiles(root: string, place: string): string[] {
  const entries = readdirSync(join(root, posix.dirname(place)), { withFileTypes: true });
  if (place !== '.' && entries.find((entry) => entry.name === posix.basename(place))?.isFile()) return [place];
  if (place !== '.' && !entries.some((entry) => entry.name === posix.basename(place))) return [];
  return readdirSync(join(root, place), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(place, entry.name);
      return entry.isDirectory() ? listFiles(root, path) : [path];
    })
    .sort();
}

const parsed = new WeakMap<Source, ReturnType<typeof parseSync>>();

function parse(source: Source): ReturnType<typeof parseSync> {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const result = parseSync(source.path, source.text);
  parsed.set(source, result);
  return result;
}

/** Every import and re-export of a file, dynamic ones with a literal included. */
export function importsOf(source: Source): Import[] {
  const { module } = parse(source);
  const found = [
    ...module.staticImports.map((each) => ({
      specifier: each.moduleRequest.value,
      start: each.start,
      typeOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((each) =>
      each.entries.flatMap((entry) =>
        entry.moduleRequest
          ? [{ specifier: entry.moduleRequest.value, start: each.start, typeOnly: entry.isType }]
          : [],
      ),
    ),
    ...module.dynamicImports.map((each) => ({
      specifier: source.text.slice(each.moduleRequest.start, each.moduleRequest.end).replace(/^['"`]|['"`]$/gu, ''),
      start: each.start,
      typeOnly: false,
    })),
  ];
  return found.map(({ specifier, start, typeOnly }) => ({
    specifier,
    target: specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : null,
    typeOnly,
    line: lineAt(source, start),
  }));
}

/** Comments of a file with their offsets. */
export const commentsOf = (source: Source): readonly { value: string; start: number }[] => parse(source).comments;

/** Every node of the syntax tree, parents before children. */
export function nodesOf(source: Source): Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each);
    } else if (isNode(value)) {
      nodes.push(value);
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(parse(source).program);
  return nodes;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** 1-based line of an offset. */
export const lineAt = (source: Source, offset: number): number => source.text.slice(0, offset).split('\n').length;

export const isTest = (path: string): boolean => /\.test\.tsx?$/u.test(path);

/** `src/plan/domain/lint/sums.ts` → slice `plan`, inside `domain/lint/sums.ts`; null outside the slices. */
export function placeInSlice(path: string): { readonly slice: string; readonly inside: string } | null {
  const match = /^src\/([^/]+)\/(.+)$/u.exec(path);
  return match === null ? null : { slice: match[1] ?? '', inside: match[2] ?? '' };
}
