import { say } from '../../../platform/messages/index.ts';
import { actionName, type EntryRow, outcomeName, searchLog } from '../../../src/audit/index.ts';
import type { AuditOptions } from '../commands/audit.ts';
import { withAudit } from '../local-audit.ts';
import { type Column, table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const columns: readonly Column[] = [
  { title: '序号', max: 8 },
  { title: '时间', max: 19 },
  { title: '人员', max: 10 },
  { title: '岗位', max: 16 },
  { title: '操作', max: 16 },
  { title: '对象', max: 32 },
  { title: '结果', max: 4 },
  { title: '理由', max: 30 },
];

type Sought = Pick<AuditOptions, 'since' | 'until' | 'action' | 'outcome' | 'json'> & {
  readonly text: string | undefined;
  readonly limit: number;
};

/** Shows the latest entries that match, as a table or as JSON. */
export async function searchHere(sought: Sought, terminal: Terminal): Promise<void> {
  const { since, until, action, outcome, text, limit } = sought;
  const filter = {
    ...((since ?? until) !== undefined && { at: { ...(since && { from: since }), ...(until && { to: until }) } }),
    ...(action !== undefined && { action: { in: [action] } }),
    ...(outcome !== undefined && { outcome: { in: [outcome] } }),
  };
  const query = { text, filter: JSON.stringify(filter), pageSize: limit };
  const found = await withAudit(terminal, (deps, actor) => searchLog(actor, query, deps));
  if (sought.json) await terminal.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.rows.length === 0) await terminal.note('没有找到。换几个字，或者放宽时间范围再试。');
  else await terminal.write(table(columns, found.rows.map(cells), terminal));
}

const cells = (row: EntryRow): string[] => [
  String(row.seq),
  new Date(row.at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }),
  row.onBehalf === null ? (row.actor ?? '（未登录）') : `${row.actor}代${row.onBehalf}`,
  row.post ?? '',
  actionName(row.action),
  row.record ?? '',
  outcomeName[row.outcome],
  row.reason ?? row.refusals.map(say).join(''),
];
