import type { FigureKind } from '../model/index.ts';

/** A column that holds a figure of a year or month. */
export interface FigureColumn {
  readonly at: number;
  readonly heading: string;
  readonly kind: FigureKind;
  /** `2025`, `2025-03`. */
  readonly period: string;
}

const periodOf = /((?:19|20)\d{2})(?:年?[-/.年]?(\d{1,2})月|年度?)?/u;

/** Columns such as `2024年营业收入（万元）`, `营业收入_2024`, `revenue_2024`. Those without a year are nobody's. */
export function figureColumns(row: readonly string[], kinds: readonly FigureKind[]): FigureColumn[] {
  const byName = new Map(
    kinds.flatMap((kind) => [[kind.id.replaceAll('_', ''), kind] as const, [kind.name, kind] as const]),
  );
  return row.flatMap((given, at) => {
    const heading = given.normalize('NFKC').toLowerCase().replace(/[\s*]/gu, '');
    const [whole, year = '', month] = periodOf.exec(heading) ?? [];
    if (whole === undefined) return [];
    const name = heading
      .replace(whole, '')
      .replace(/\([^()]*\)$/u, '')
      .replace(/[_\-:：]/gu, '')
      .replace(/^的/u, '');
    const kind = byName.get(name);
    const period = month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
    return kind === undefined || (kind.period === 'year' && month !== undefined)
      ? []
      : [{ at, heading: given, kind, period }];
  });
}
