import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import type { Terminal } from './terminal/terminal.ts';

const usualTimes = 20;

/** Runs tests/crash with as many blows as are asked for; what it finds decides the exit code. */
export async function benchCrash(times: string | undefined, terminal: Terminal): Promise<number> {
  const blows = wholeNumber(times, '--times', 1) ?? usualTimes;
  const root = join(import.meta.dirname, '../..');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  await terminal.note(`将强行结束 ${blows} 次，需要几分钟……`);
  const child = spawn(process.execPath, [vitest, 'run', 'tests/crash'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CRASHES: String(blows) },
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? EXIT.ok : EXIT.found;
}
