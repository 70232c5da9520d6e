import type { TableCell } from '../../../../document/index.ts';
import { halfStep, plain } from '../text/words.ts';
import { isDash, isExact } from './grid.ts';

/** A total beside its parts. */
export interface Sum {
  readonly total: TableCell;
  readonly totalName: string;
  readonly parts: readonly { readonly name: string; readonly cell: TableCell }[];
}

export interface SumResult {
  readonly sum: number;
  readonly difference: number;
  /** Equal, or unequal by no more than rounding can make. */
  readonly outcome: 'equal' | 'rounding' | 'unequal';
  /** `8+218+14=240`, or `≠`. */
  readonly arithmetic: string;
  /** Names of parts whose cell is empty or a dash. */
  readonly empty: readonly string[];
}

/**
 * Adds the parts up. Null when the sum cannot be judged: total or a part not exact, or no figure among the parts.
 * `counted` things have no rounding.
 */
export function addUp({ total, parts }: Sum, counted: boolean): SumResult | null {
  const figures = parts.filter((p) => p.cell.value !== null);
  if (!isExact(total) || figures.length === 0 || figures.some((p) => !isExact(p.cell))) return null;
  const sum = Number(figures.reduce((s, p) => s + p.cell.value!, 0).toPrecision(12));
  const difference = Number((total.value! - sum).toPrecision(12));
  const step = Math.max(halfStep(total.text), ...figures.map((p) => halfStep(p.cell.text)));
  const slack = counted ? 0 : step * (figures.length + 1);
  const outcome = Math.abs(difference) < 1e-9 ? 'equal' : Math.abs(difference) <= slack ? 'rounding' : 'unequal';
  const sign = outcome === 'equal' ? '=' : '≠';
  return {
    sum,
    difference,
    outcome,
    arithmetic: `${figures.map((p) => plain(p.cell.value!)).join('+')}=${plain(sum)}${sign === '=' ? '' : `≠${plain(total.value!)}`}`,
    empty: parts
      .filter((p) => p.cell.value === null && (isDash(p.cell) || p.cell.text.trim() === ''))
      .map((p) => p.name),
  };
}

/** Heading or unit words of things counted one by one. */
export const isCounted = (words: string): boolean =>
  /户数|家数|个数|人数|次数|项目数|企业数|数量|总数|[（(](?:家|户|个|人|项|场|次|件|条|座|台|名|处)[）)]|企业$|项目$/.test(
    words,
  );

/**
 * Is the heading that says 合计 or 全区 really a sum? It is when at least half of the lines add up, or, with few lines,
 * when it says so itself and the figures lie close.
 */
export function isSum(results: readonly SumResult[], saysSum: boolean): boolean {
  if (results.length === 0) return false;
  const right = results.filter((r) => r.outcome !== 'unequal').length;
  if (right * 2 >= results.length && right > 0) return true;
  return (
    saysSum && results.length <= 2 && results.every((r) => Math.abs(r.difference) <= 0.3 * Math.max(1, Math.abs(r.sum)))
  );
}
