import type { LocalApi } from '../server/local.ts';
import type { Terminal } from './terminal/terminal.ts';

export type { LocalApi } from '../server/local.ts';

/** Opens the plans of the data folder (or of DATABASE_URL), does some work on them, and closes them again. */
export async function withPlans<T>(terminal: Terminal, work: (api: LocalApi) => Promise<T>): Promise<T> {
  terminal.progress('正在打开数据……');
  // Loaded only here: commands that need no database do not wait for its code.
  const { openLocalApi } = await import('../server/local.ts');
  const api = await openLocalApi();
  try {
    terminal.progress('');
    return await work(api);
  } finally {
    await api.close();
  }
}
