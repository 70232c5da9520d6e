import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../apps/server/main.ts';
import { folderVariable } from '../../platform/db/testing/folder.ts';
import { alone } from './alone.ts';

/**
 * Fills a data folder that is not there yet as a first start with the invented city's people does: their database and their
 * passwords. The first of a test run who asks makes it, the others get a copy; each is then a folder of its own.
 */
export async function peopledFolder(dataDir: string): Promise<void> {
  const run = process.env[folderVariable];
  if (run === undefined) throw new Error(`${folderVariable} is missing: run the tests through vitest.config.ts`);
  const made = join(run, 'people');
  await alone(join(run, 'people.lock'), async () => {
    if (existsSync(made)) return;
    const begun = join(run, 'people.begun');
    const server = await startServer({ port: 0, dataDir: begun, demo: 'people', say: () => undefined });
    await server.stop();
    renameSync(begun, made);
  });
  // With its owner: the database belongs to an account of its own when we are root.
  await promisify(execFile)('cp', ['-a', made, dataDir]);
}
