import type { TableItem } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { rowName } from '../table/grid.ts';

const id = 'table-repeated-row';

/** Rows that a table prints twice. One finding a table. */
export const tableRepeatedRow: Rule = {
  id,
  severity: 'warning',
  title: '表格里重复的行',
  check: (context) => context.document.tables.flatMap((table) => check(context, table)),
};

function check(context: LintContext, table: TableItem): Finding[] {
  const rows = table.rows.filter((r) => r.headings.length > 0 && r.cells.filter((c) => c.value !== null).length >= 2);
  const groups = [
    ...Map.groupBy(rows, (r) => `${r.headings.join('|')}#${r.cells.map((c) => c.text).join('|')}`).values(),
  ];
  const twice = groups.filter((g) => g.length > 1);
  const [first, ...rest] = twice;
  if (first === undefined) return [];
  return [
    findingAt(context, id, first[1]!, {
      severity: 'warning',
      path: table.path,
      message: `“${rowName(first[0]!)}”${rest.length > 0 ? `等${twice.length}行` : '这一行'}印了两遍，数也一样。请删去重复的；要是另一项，请改行名和数。`,
      related: [here(first[0]!), ...rest.map((g) => here(g[1]!))],
    }),
  ];
}
