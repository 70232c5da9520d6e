import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alone } from './alone.ts';

const root = join(import.meta.dirname, '..', '..');
const lock = join(tmpdir(), `jingwei-pages-${root.replace(/\W/g, '-')}`);

/** Builds the pages when they are older than their sources. Of several test processes one builds, the others wait. */
export const builtPages = (): Promise<void> =>
  alone(lock, async () => {
    // In a process of its own: libraries built under a test runner's NODE_ENV behave otherwise than for users.
    const env = { ...process.env, NODE_ENV: 'production' };
    const command = [join(root, 'apps', 'cli', 'main.ts'), 'build-web', '--if-stale'];
    await promisify(execFile)(process.execPath, command, { cwd: root, env });
  });
