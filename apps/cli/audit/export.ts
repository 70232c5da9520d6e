import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportChain, type Span } from '../../../src/audit/index.ts';
import { withAudit } from '../local-audit.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Writes the chain to a file, or to standard output for `-`, as fast as it is taken. */
export async function exportHere(span: Span, output: string, terminal: Terminal): Promise<void> {
  await withAudit(terminal, async (deps, actor) => {
    const lines = await exportChain(actor, span, deps);
    if (output !== '-') return toFile(lines, output, terminal);
    for await (const line of lines) await terminal.write(line);
  });
}

async function toFile(lines: AsyncIterable<string>, output: string, terminal: Terminal): Promise<void> {
  const out = createWriteStream(output);
  const written = finished(out);
  for await (const line of lines) if (!out.write(line)) await Promise.race([once(out, 'drain'), written]);
  out.end();
  await written;
  await terminal.note(`已写到 ${output}`);
}
