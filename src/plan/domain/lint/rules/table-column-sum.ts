import type { TableItem, TableRow } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import type { Rule } from '../rule.ts';
import { isRate, rowName, totalKind, type ValueColumn, valueColumns } from '../table/grid.ts';
import { bestSum, type CheckedSum, reportSums } from '../table/report.ts';
import { addUp, isCounted } from '../table/sum.ts';

const id = 'table-column-sum';

/** Rows beside their total in a row 合计, 小计, 总计, 全市 and the like. */
export const tableColumnSum: Rule = {
  id,
  severity: 'error',
  title: '表格每列的分项与合计',
  check: (context) => context.document.tables.flatMap((table) => checkTable(context, table)),
};

function checkTable(context: LintContext, table: TableItem): Finding[] {
  const columns = valueColumns(table).filter((c) => !isRate(c.words));
  return table.rows.flatMap((total, at) => {
    const kind = kindOf(total);
    if (kind === null || isRate(total.headings.join(''))) return [];
    const choices = partsOf(table.rows, total, at).map((parts) => checkColumns(total, parts, columns));
    const best = bestSum(choices, kind === 'sum');
    return best ? reportSums(context, id, table, best) : [];
  });
}

function kindOf(row: TableRow) {
  for (const heading of row.headings) {
    const kind = totalKind(heading);
    if (kind !== null) return kind;
  }
  return null;
}

/**
 * Which rows may add up to this one: those that differ from it only in the heading that says 合计; else the rows between
 * it and the last total; else all subtotals; else all rows that are no total.
 */
function partsOf(rows: readonly TableRow[], total: TableRow, at: number): TableRow[][] {
  const others = total.headings.filter((h) => totalKind(h) === null);
  const alike = rows.filter(
    (r) => r !== total && kindOf(r) === null && others.length > 0 && others.every((h) => r.headings.includes(h)),
  );
  const single = others.length === 0;
  const before = single ? runBefore(rows, at) : [];
  const after = single ? runAfter(rows, at) : [];
  const subtotals = rows.filter((r, i) => i < at && single && r.headings.some((h) => /小计$/.test(h)));
  const leaves = single ? rows.filter((r) => r !== total && kindOf(r) === null) : [];
  return [alike, before, after, subtotals, leaves].filter((parts) => parts.length >= 2);
}

function runBefore(rows: readonly TableRow[], at: number): TableRow[] {
  let from = at;
  while (from > 0 && kindOf(rows[from - 1]!) === null) from--;
  return rows.slice(from, at);
}

function runAfter(rows: readonly TableRow[], at: number): TableRow[] {
  let to = at + 1;
  while (to < rows.length && kindOf(rows[to]!) === null) to++;
  return rows.slice(at + 1, to);
}

function checkColumns(total: TableRow, parts: readonly TableRow[], columns: readonly ValueColumn[]): CheckedSum[] {
  return columns.flatMap((column) => {
    const cell = total.cells[column.index];
    if (!cell) return [];
    const sum = {
      total: cell,
      totalName: rowName(total),
      parts: parts.flatMap((row) => {
        const part = row.cells[column.index];
        return part ? [{ name: rowName(row), cell: part }] : [];
      }),
    };
    const counted = isCounted(`${total.headings.join('')}${column.words}`);
    const result = addUp(sum, counted);
    return result === null ? [] : [{ sum, result, counted, where: `“${column.path.join('')}”这一列，` }];
  });
}
