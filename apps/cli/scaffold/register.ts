import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { camel } from './files.ts';

const ORDER = 'tests/architecture/imports.ts';
const MESSAGES = 'platform/messages/index.ts';

/** Makes a new slice known, at the end of the order and among the catalogues of sentences; gives the files changed. */
export async function registerSlice(root: string, name: string, chinese: string): Promise<string[]> {
  await change(join(root, ORDER), (text) => withSlice(text, name));
  await change(join(root, MESSAGES), (text) => withMessages(text, name, chinese));
  return [ORDER, MESSAGES];
}

/** The order of slices with one more at its end. */
export const withSlice = (text: string, name: string): string =>
  text.replace(/(export const SLICES = \[[^\]]*?),?\s*(\] as const;)/u, `$1, '${name}'$2`);

/** The catalogues with one more. */
export const withMessages = (text: string, name: string, chinese: string): string =>
  text
    .replace(/(\nimport [^\n]* from '\.\/files\.ts';\n)/u, `$1import { ${camel(name)}Messages } from './${name}.ts';\n`)
    .replace(/(export const areas[^=]*= \{[^}]*?),?\s*(\};)/u, `$1, ${chinese}: ${camel(name)}Messages $2`);

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(path, edit(await readFile(path, 'utf8')));
}
