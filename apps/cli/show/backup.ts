import type { Manifest } from '../../../platform/db/backup/index.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What is in a backup, in two lines for people. */
export function manifestText({ at, program, tables, migrations, auditHead }: Manifest, terminal: Terminal): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const chain = auditHead === null ? '没有审计记录' : `审计链到第 ${auditHead.seq} 条，${auditHead.hash.slice(0, 16)}…`;
  return (
    `${at.slice(0, 19).replace('T', ' ')} UTC 的快照：${tables.length} 张表，${rows} 行；${chain}\n` +
    terminal.style.faint(`程序 ${program}，表结构 ${migrations.at(-1) ?? '空'}\n`)
  );
}

/** Bytes for people: `1.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
