import { rmSync } from 'node:fs';
import { stopCluster } from '../embedded/cluster.ts';
import { folderVariable, openTemporaryFolder } from './folder.ts';

/**
 * Names one folder for the databases of this test run and clears it afterwards. The server itself starts with the
 * first test that asks for it, so that runs without database tests do not wait.
 */
export default function setup(): () => Promise<void> {
  const folder = openTemporaryFolder('tests');
  process.env[folderVariable] = folder;
  // Servers that tests start write their log where the summary of the tests stands.
  process.env.JINGWEI_LOG_LEVEL ??= 'error';
  return async () => {
    await stopCluster(folder);
    // A server that was on its way up again may still write there for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
}
