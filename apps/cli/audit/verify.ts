import { createReadStream, existsSync } from 'node:fs';
import { sm3 } from '../../../platform/digest/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { type Head, momentOf, type Verdict, verifyFile, verifyLog } from '../../../src/audit/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { AuditOptions } from '../commands/audit.ts';
import { withAudit } from '../local-audit.ts';
import type { Style, Terminal } from '../terminal/terminal.ts';

/** Checks the database's log, or an exported file far from it. Refuses a file that is not there, and unreadable options. */
export async function verifyHere({ file, since, expect }: AuditOptions, terminal: Terminal): Promise<Verdict> {
  const head = expect === undefined ? undefined : headOf(expect);
  if (file === undefined) {
    const progress = (done: number, of: number) => terminal.progress(`已核验 ${done} / ${of} 条`);
    const verdict = await withAudit(terminal, (deps, actor) =>
      verifyLog(actor, { since, expect: head }, deps, progress),
    );
    terminal.progress('');
    return verdict;
  }
  const from = since === undefined ? undefined : momentOf(since, 'start');
  if (from === null)
    throw new RefusalError({ code: 'moment-unreadable', field: '--since', given: since ?? '', limit: '2025-03-01' });
  const verdict = await verifyFile(linesOf(file), {
    ...{ digest: sm3, since: from, expect: head === undefined ? [] : [head] },
    progress: (done) => terminal.progress(`已核验 ${done} 条`),
  });
  terminal.progress('');
  return verdict;
}

/** The verdict in a sentence or two. */
export function verdictText(verdict: Verdict, style: Style): string {
  if (!verdict.ok) return `${style.red('✗')} ${say(verdict.broken)}\n  在它前面有 ${verdict.count} 条没有问题。\n`;
  const { count, first, last } = verdict;
  if (last === null) return `${style.green('✓')} 没有日志可核验。\n`;
  return (
    `${style.green('✓')} 审计日志完好：核验了 ${count} 条（第 ${first} 至 ${last.seq} 条）。\n` +
    `  末尾：${last.seq}:${last.hash}\n`
  );
}

/** The lines of a file, split at line feeds only: any other sign belongs to the line and must be as it was. */
async function* linesOf(file: string): AsyncGenerator<string> {
  if (file !== '-' && !existsSync(file)) throw new RefusalError({ code: 'not-found', field: file });
  const input = file === '-' ? process.stdin : createReadStream(file);
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function headOf(text: string): Head {
  const match = /^([1-9]\d{0,14}):(sm3:[0-9a-f]{64})$/u.exec(text);
  if (match === null)
    throw new RefusalError({ code: 'option-value-unknown', field: '--expect', given: text, limit: '序号:sm3:摘要' });
  return { seq: Number(match[1]), hash: match[2] ?? '' };
}
