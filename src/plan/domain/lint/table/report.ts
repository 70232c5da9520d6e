import type { TableItem } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding, Severity } from '../model.ts';
import { findingAt } from '../report.ts';
import { plain } from '../text/words.ts';
import { isSum, type Sum, type SumResult } from './sum.ts';

/** One line of a table with its total, checked. */
export interface CheckedSum {
  readonly sum: Sum;
  readonly result: SumResult;
  /** “现代纺织产业链2023年营业收入”这一行. */
  readonly where: string;
  readonly counted: boolean;
}

/** Which choice of parts a total is the sum of: the one where most lines add up. Undefined when it is none's. */
export const bestSum = (choices: readonly CheckedSum[][], saysSum: boolean): CheckedSum[] | undefined =>
  choices
    .filter((checked) =>
      isSum(
        checked.map((c) => c.result),
        saysSum,
      ),
    )
    .sort((a, b) => exactLines(b) - exactLines(a))[0];

const exactLines = (checked: readonly CheckedSum[]): number =>
  checked.filter((c) => c.result.outcome === 'equal').length;

/** Findings for the lines of one total that do not add up. */
export function reportSums(
  context: LintContext,
  rule: string,
  table: TableItem,
  checked: readonly CheckedSum[],
): Finding[] {
  const exact = exactLines(checked);
  return checked
    .filter((c) => c.result.outcome !== 'equal')
    .map(({ sum, result, where }) => {
      const severity = severityOf(result, exact, checked.length);
      const place = sum.total.end > sum.total.start ? sum.total : table;
      return findingAt(context, rule, place, {
        severity,
        path: table.path,
        message: messageOf(where, sum, result),
        arithmetic: result.arithmetic,
      });
    });
}

/** Lines that add up beside it prove what the total means; without them a wrong one is only likely. */
function severityOf(result: SumResult, exact: number, lines: number): Severity {
  if (result.outcome === 'rounding') return exact * 2 > lines ? 'warning' : 'notice';
  return exact > 0 ? 'error' : 'warning';
}

function messageOf(where: string, sum: Sum, result: SumResult): string {
  const gap = plain(Math.abs(result.difference));
  const compared = `${where}各分项相加得${plain(result.sum)}，“${sum.totalName}”写的是${plain(sum.total.value!)}，${result.difference > 0 ? '少' : '多'}${gap}。`;
  if (result.outcome === 'rounding') return `${compared}可能是四舍五入的尾差，请核对；确是尾差的，在表下注明。`;
  const empty = result.empty.slice(0, 3).map((n) => `“${n}”`);
  const blank =
    result.difference > 0 && empty.length > 0
      ? `${empty.join('、')}${result.empty.length > 3 ? `等${result.empty.length}格` : ''}没有数，看是不是漏填。`
      : '';
  return `${compared}${blank}请查清是哪一格不对，改正后再加一遍。`;
}
