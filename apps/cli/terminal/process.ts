import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { colorStyle, plainStyle, type Terminal } from './terminal.ts';

/** The terminal of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', leaveWhenReaderIsGone);
  const wantsColor = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  let shown = false;
  const progress = (text: string) => {
    if (!stderr.isTTY || (text === '' && !shown)) return;
    stderr.write(`\r\u001b[2K${text}`);
    shown = text !== '';
  };
  return {
    async write(content) {
      progress('');
      await writeAll(stdout, content);
    },
    async note(line) {
      progress('');
      await writeAll(stderr, `${line}\n`);
    },
    progress,
    style: wantsColor ? colorStyle : plainStyle,
    columns: stdout.isTTY ? stdout.columns || 80 : null,
  };
}

async function writeAll(stream: Writable, content: string | Uint8Array): Promise<void> {
  if (content.length > 0 && !stream.write(content)) await once(stream, 'drain');
}

function leaveWhenReaderIsGone(error: NodeJS.ErrnoException): void {
  // 0 and not 141: what the reader wanted it has got, and `set -o pipefail` scripts should not fail for it.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
