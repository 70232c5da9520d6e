import type { TableItem } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import type { Rule } from '../rule.ts';
import { bare, isRate, rowName, totalKind, type ValueColumn, valueColumns } from '../table/grid.ts';
import { bestSum, type CheckedSum, reportSums } from '../table/report.ts';
import { addUp, isCounted } from '../table/sum.ts';

const id = 'table-row-sum';

/** Figures of one row beside their total in a column 合计, 全区 and the like. */
export const tableRowSum: Rule = {
  id,
  severity: 'error',
  title: '表格每行的分项与合计',
  check: (context) => context.document.tables.flatMap((table) => checkTable(context, table)),
};

function checkTable(context: LintContext, table: TableItem): Finding[] {
  const columns = valueColumns(table);
  return columns.flatMap((total) => {
    const kind = totalKind(total.path.at(-1) ?? '');
    if (kind === null) return [];
    const choices = partsOf(columns, total).map((parts) => checkRows(table, total, parts));
    const best = bestSum(choices, kind === 'sum');
    return best ? reportSums(context, id, table, best) : [];
  });
}

/**
 * Which columns may add up to this one: those under the same upper heading, else the subtotals, else all up to the next
 * total on either side. The rows decide between the choices.
 */
function partsOf(columns: readonly ValueColumn[], total: ValueColumn): ValueColumn[][] {
  const usable = columns.filter((c) => c !== total && !isRate(c.words) && !/其中|备注|说明/.test(c.words));
  const plainOnes = usable.filter((c) => totalKind(c.path.at(-1) ?? '') === null);
  const group = total.path.length > 1 ? bare(total.path[0]!) : null;
  const inGroup = plainOnes.filter((c) => group !== null && c.path.length > 1 && bare(c.path[0]!) === group);
  const subtotals = usable.filter((c) => totalKind(c.path.at(-1) ?? '') !== null && c.path.length > total.path.length);
  const stops = columns.filter((c) => c !== total && totalKind(c.path.at(-1) ?? '') !== null).map((c) => c.index);
  const next = Math.min(columns.length, ...stops.filter((i) => i > total.index));
  const last = Math.max(-1, ...stops.filter((i) => i < total.index));
  return [
    inGroup,
    subtotals,
    plainOnes.filter((c) => c.index > total.index && c.index < next),
    plainOnes.filter((c) => c.index < total.index && c.index > last),
    plainOnes,
  ].filter((parts) => parts.length >= 2);
}

function checkRows(table: TableItem, total: ValueColumn, parts: readonly ValueColumn[]): CheckedSum[] {
  return table.rows.flatMap((row) => {
    const cell = row.cells[total.index];
    const words = `${row.headings.join('')}${total.words}`;
    if (!cell || isRate(row.headings.join(''))) return [];
    const sum = {
      total: cell,
      totalName: total.name,
      parts: parts.flatMap((p) => {
        const part = row.cells[p.index];
        return part ? [{ name: p.name, cell: part }] : [];
      }),
    };
    const counted = isCounted(words);
    const result = addUp(sum, counted);
    return result === null ? [] : [{ sum, result, counted, where: `“${rowName(row)}”这一行，` }];
  });
}
