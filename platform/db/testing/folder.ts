import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that tells the test processes of one run where their shared throw-away database lies. */
export const folderVariable = 'JINGWEI_TEST_DATABASE';

/** A new empty folder that the database's account can reach even when we are root. */
export function openTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `jingwei-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
