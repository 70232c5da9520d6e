import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Terminal } from './terminal/terminal.ts';

/** What goes into the pages: when one of these is newer than what was built, it is built again. */
const SOURCES = [
  'apps/web',
  'src',
  'platform/http',
  'platform/messages',
  'platform/web',
  'docs/lint',
  'package-lock.json',
];
const BUILT = 'apps/web/dist/index.html';

/** Builds the pages when they are missing or older than a source. */
export async function buildIfStale(root: string, terminal: Terminal): Promise<void> {
  if (await isStale(root)) await buildPages(root, terminal);
}

/** Builds the pages with Vite; takes some seconds. */
export async function buildPages(root: string, terminal: Terminal): Promise<void> {
  await terminal.note('正在生成网页文件……');
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' });
}

async function isStale(root: string): Promise<boolean> {
  const built = join(root, BUILT);
  if (!existsSync(built)) return true;
  const { mtimeMs } = await stat(built);
  const newest = await Promise.all(SOURCES.map((source) => newestIn(join(root, source))));
  return Math.max(...newest) > mtimeMs;
}

/** Latest change in a file or folder, tests and built files left out; 0 when it does not exist. */
async function newestIn(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const info = await stat(path);
  if (!info.isDirectory()) return /\.test\.tsx?$/u.test(path) ? 0 : info.mtimeMs;
  const names = (await readdir(path)).filter((name) => name !== 'dist' && name !== 'node_modules');
  const times = await Promise.all(names.map((name) => newestIn(join(path, name))));
  return Math.max(0, ...times);
}
