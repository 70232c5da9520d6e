import type { EnterpriseFiguresJson, EnterpriseWordsJson } from '../../contract.ts';

export type FigureWords = EnterpriseWordsJson['figures'][number];

/** Fen of a figure that is kept in 万元; null where the figure is no money. */
export const fenOf = (value: number, { unit, decimals }: Pick<FigureWords, 'unit' | 'decimals'>): number | null =>
  unit === '万元' ? Math.round(value * 10 ** (6 - decimals)) : null;

/** `1,234.5 亩`: a figure that is kept whole at its decimals, with its unit. */
export function figureText(value: number, { unit, decimals }: Pick<FigureWords, 'unit' | 'decimals'>): string {
  const most = unit === '万元' ? Math.min(decimals, 2) : decimals;
  return `${(value / 10 ** decimals).toLocaleString('zh-CN', { maximumFractionDigits: most })} ${unit}`;
}

/** `+12.3%` from the year before; null where there is nothing to compare, or it came from nothing or from a loss. */
export function growthText(before: number | null | undefined, now: number | null | undefined): string | null {
  if (before === null || before === undefined || now === null || now === undefined || before <= 0) return null;
  const tenths = Math.round(((now - before) / before) * 1000);
  return `${tenths > 0 ? '+' : ''}${(tenths / 10).toFixed(1)}%`;
}

/** The figure of a period; null where it was not told. */
export const figureOf = (figures: readonly EnterpriseFiguresJson[], period: string, id: string): number | null =>
  figures.find((each) => each.period === period)?.figures[id] ?? null;

/** Whole years that were told, the earliest first. */
export const yearsOf = (figures: readonly EnterpriseFiguresJson[]): readonly string[] =>
  figures
    .map(({ period }) => period)
    .filter((period) => period.length === 4)
    .toSorted();
