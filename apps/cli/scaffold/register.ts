import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { camel } from './files.ts';

const ORDER = 'tests/architecture/imports.ts';
const PERMISSIONS = 'src/access/domain/permissions.ts';
const MESSAGES = 'platform/messages/index.ts';

/**
 * Makes a new slice known: at the end of the order, among the catalogues of sentences, and with permissions to read and to
 * change. Gives the files changed.
 */
export async function registerSlice(root: string, name: string, chinese: string): Promise<string[]> {
  await change(join(root, ORDER), (text) => withSlice(text, name));
  await change(join(root, MESSAGES), (text) => withMessages(text, name, chinese));
  await change(join(root, PERMISSIONS), (text) => withPermissions(text, name, chinese));
  return [ORDER, MESSAGES, PERMISSIONS];
}

/** The order of slices with one more at its end. */
export const withSlice = (text: string, name: string): string =>
  text.replace(/(export const SLICES = \[[^\]]*?),?\s*(\] as const;)/u, `$1, '${name}'$2`);

/** The catalogues with one more. */
export const withMessages = (text: string, name: string, chinese: string): string =>
  text
    .replace(/(\nimport [^\n]* from '\.\/files\.ts';\n)/u, `$1import { ${camel(name)}Messages } from './${name}.ts';\n`)
    .replace(/(export const areas[^=]*= \{[^}]*?),?\s*(\};)/u, `$1, ${chinese}: ${camel(name)}Messages $2`);

/** The permissions with those of one more slice, before the first that is not of business. */
export const withPermissions = (text: string, name: string, chinese: string): string =>
  text.replace(
    /\n {2}'organisation\.read'/u,
    `\n  '${name}.read': { name: '查看${chinese}', kind: 'business' },\n  '${name}.write': { name: '办理${chinese}', kind: 'business' },$&`,
  );

/** A permission of a slice that a new command may begin with: to change, else the first that there is. */
export async function permissionOf(root: string, slice: string): Promise<string> {
  const text = await readFile(join(root, PERMISSIONS), 'utf8');
  const all = [...text.matchAll(/^ {2}'([a-z-]+)\.([a-z-]+)':/gmu)].filter(([, of]) => of === slice);
  const verb = all.find(([, , each]) => each === 'write')?.[2] ?? all.at(0)?.[2] ?? 'write';
  return `${slice}.${verb}`;
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(path, edit(await readFile(path, 'utf8')));
}
