import { type Period, periodsBetween, yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { FigureKey } from '../figure.ts';

/** An enterprise of an invented place. Money in 万元, rates in percent. */
export interface InventedFirm {
  readonly id: string;
  readonly unit: string;
  readonly chain: string;
  readonly revenue: number;
  readonly growth: number;
  readonly margin: number;
  readonly staff: number;
  /** First year that it reported. */
  readonly since: number;
}

export interface InventedPast {
  /** The year that revenue and staff are of. */
  readonly year: number;
  readonly from: number;
  /** Each month's part of a year, in thousandths. */
  readonly season: readonly number[];
}

export interface InventedFigure {
  readonly key: FigureKey;
  /** Whole number, as figures are kept. */
  readonly value: number;
}

/**
 * What an invented enterprise would have reported, month by month up to and with `until`, and its whole years: as its pack
 * describes it, with ups and downs that are the same each time. Only of indicators that are defined.
 */
export function inventedFigures(
  firm: InventedFirm,
  past: InventedPast,
  definitions: ReadonlyMap<string, Definition>,
  until: Period,
): InventedFigure[] {
  const found: InventedFigure[] = [];
  const put = (indicatorId: string, period: Period, amount: number): void => {
    const definition = definitions.get(indicatorId);
    if (definition === undefined) return;
    const key = {
      indicatorId,
      period,
      unitId: firm.unit,
      enterpriseId: firm.id,
      chainId: firm.chain,
      role: 'part',
    } as const;
    found.push({ key, value: Math.round(amount * 10 ** definition.decimals) });
  };
  const first = Math.max(past.from, firm.since);
  if (`${first}-01` > until) return [];
  let sums = { revenue: 0, profit: 0, tax: 0, export: 0 };
  // One in three sells abroad.
  const abroad = chance(firm.id, 'abroad') < 1 / 3 ? 0.1 + 0.4 * chance(firm.id, 'share') : 0;
  for (const period of periodsBetween(`${first}-01`, until, 'month')) {
    const month = Number(period.slice(5));
    const year = yearOf(period);
    if (month === 1) sums = { revenue: 0, profit: 0, tax: 0, export: 0 };
    const growth = (1 + firm.growth / 100) ** (year - past.year) * (0.97 + 0.06 * chance(firm.id, String(year)));
    const revenue =
      ((firm.revenue * growth * (past.season[month - 1] ?? 0)) / 1000) * (0.93 + 0.14 * chance(firm.id, period));
    const profit = (revenue * (firm.margin + 2 * chance(firm.id, `p${period}`) - 1)) / 100;
    sums = {
      revenue: sums.revenue + revenue,
      profit: sums.profit + profit,
      tax: sums.tax + revenue * 0.031,
      export: sums.export + revenue * abroad,
    };
    put('revenue', period, sums.revenue);
    put('profit', period, sums.profit);
    put('tax', period, sums.tax);
    if (abroad > 0) put('export', period, sums.export);
    const staff = firm.staff * (1 + firm.growth / 300) ** (year - past.year + month / 12);
    put('staff', period, Math.round(staff));
    if (month !== 12) continue;
    put('revenue-year', String(year), sums.revenue);
    put('staff-year', String(year), Math.round(staff));
  }
  return found;
}

/** From 0 up to 1, the same for the same words (FNV-1a). */
function chance(...words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const sign of words.join('\u0000')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
