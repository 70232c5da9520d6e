import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RefusalError } from '../../../src/kernel/index.ts';

/** A file to be written: path from the root of the repository, and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes all files or none. Refuses when one of them exists already. */
export async function writeNewFiles(root: string, files: readonly NewFile[]): Promise<void> {
  const present = files.filter(({ path }) => existsSync(join(root, path)));
  if (present.length > 0)
    throw new RefusalError(...present.map(({ path }) => ({ code: 'already-there', given: path })));
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** A name of lower-case words joined by hyphens (`start-draft`). Refuses every other. */
export function kebab(given: string): string {
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(given) && given.length <= 60) return given;
  throw new RefusalError({ code: 'bad-name', given, limit: '小写英文词，用短横相连，如 start-draft' });
}

/** `start-draft` → `startDraft`. */
export const camel = (name: string): string => name.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase());

/** `start-draft` → `StartDraft`. */
export const pascal = (name: string): string => camel(`-${name}`);

/** Formats written files with biome, since line breaks depend on the length of the names. */
export async function format(root: string, paths: readonly string[]): Promise<void> {
  const programs = join(import.meta.dirname, '../../../node_modules/.bin');
  const args = ['check', '--write', '--vcs-enabled=false', ...paths];
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
  await promisify(execFile)(join(programs, 'biome'), args, { cwd: root, env });
}
