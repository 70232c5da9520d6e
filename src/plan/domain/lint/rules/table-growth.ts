import type { TableItem, TableRow } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { isExact, rowName, type ValueColumn, valueColumns } from '../table/grid.ts';
import { halfStep, plain } from '../text/words.ts';

const id = 'table-growth';

/** A column of growth rates beside the columns of years that it follows from. */
export const tableGrowth: Rule = {
  id,
  severity: 'error',
  title: '表格里的增长率',
  check: (context) => context.document.tables.flatMap((table) => checkTable(context, table)),
};

interface YearColumn extends ValueColumn {
  readonly year: number;
}

function checkTable(context: LintContext, table: TableItem): Finding[] {
  const columns = valueColumns(table);
  const years = columns.flatMap((c): YearColumn[] => {
    const year = isGrowth(c) ? null : /20\d\d/.exec(c.words)?.[0];
    return year ? [{ ...c, year: Number(year) }] : [];
  });
  years.sort((a, b) => a.year - b.year);
  return columns.filter(isGrowth).flatMap((rate) => {
    const span = spanOf(rate, years);
    if (span === null) return [];
    const rows = table.rows.flatMap((row) => {
      const checked = checkRow(row, rate, span);
      return checked === null ? [] : [checked];
    });
    const right = rows.filter((r) => r.right).length;
    // When most rows disagree, the column means something else.
    if (right * 2 < rows.length) return [];
    return rows.filter((r) => !r.right).map((r) => report(context, table, r, span));
  });
}

const isGrowth = (column: ValueColumn): boolean =>
  /年均增|年均递增|同比增|同比|增速|增幅|增长率?(?:[（(]|$)/.test(column.words);

interface Span {
  readonly base: YearColumn;
  readonly target: YearColumn;
  readonly average: boolean;
}

/** 年均 runs from the first year to the last, 较2024年 from that year, 同比 over the last year. */
function spanOf(rate: ValueColumn, years: readonly YearColumn[]): Span | null {
  const target = years.at(-1);
  const named = /(?:较|比)(20\d\d)年?/.exec(rate.words)?.[1];
  const average = /年均|递增/.test(rate.words);
  const base = named ? years.find((y) => y.year === Number(named)) : average ? years[0] : years.at(-2);
  if (!base || !target || base.year >= target.year) return null;
  return average || named || target.year - base.year === 1 ? { base, target, average } : null;
}

interface Checked {
  readonly row: TableRow;
  readonly rate: TableRow['cells'][number];
  readonly real: number;
  readonly right: boolean;
}

function checkRow(row: TableRow, rateColumn: ValueColumn, { base, target, average }: Span): Checked | null {
  const [a, b, rate] = [row.cells[base.index], row.cells[target.index], row.cells[rateColumn.index]];
  if (!a || !b || !rate || rate.value === null || !isExact(a) || !isExact(b) || a.value! <= 0) return null;
  if (/率|比重|占比|%/.test(row.headings.join('')) || /个百分点|左右|以上|约/.test(rate.text)) return null;
  const years = average ? target.year - base.year : 1;
  const growth = (from: number, to: number): number => ((to / from) ** (1 / years) - 1) * 100;
  const said = rate.value * (/^[-−–]/.test(rate.text.trim()) ? -1 : 1);
  const half = halfStep(rate.text);
  const low = growth(a.value! + halfStep(a.text), b.value! - halfStep(b.text)) - half;
  const high = growth(Math.max(1e-9, a.value! - halfStep(a.text)), b.value! + halfStep(b.text)) + half;
  return { row, rate, real: growth(a.value!, b.value!), right: said >= low - 1e-9 && said <= high + 1e-9 };
}

function report(context: LintContext, table: TableItem, checked: Checked, { base, target, average }: Span): Finding {
  const { row, rate, real } = checked;
  const [a, b] = [row.cells[base.index]!, row.cells[target.index]!];
  const years = target.year - base.year;
  const root = average && years > 1 ? `^(1/${years})` : '';
  const result = `${plain(Number(real.toFixed(1)))}%`;
  return findingAt(context, id, rate.end > rate.start ? rate : table, {
    severity: 'error',
    path: table.path,
    message: `“${rowName(row)}”这一行，${base.year}年${plain(a.value!)}、${target.year}年${plain(b.value!)}，算下来${average ? '年均' : ''}增长${result}，写的是${rate.text}。请核对三个数。`,
    arithmetic: `(${plain(b.value!)}÷${plain(a.value!)})${root}-1=${result}≠${rate.text}`,
  });
}
