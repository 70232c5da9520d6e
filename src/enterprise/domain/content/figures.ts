import type { Refusal } from '../../../kernel/index.ts';
import type { FigureKind } from '../model/index.ts';

/** A figure as it is written, from the whole number that is stored: 12345 with four decimals is 1.2345. */
export const writtenFigure = (stored: number, { decimals }: Pick<FigureKind, 'decimals'>): number =>
  stored / 10 ** decimals;

const isMonth = (period: string): boolean => period.length > 4;

/** What is wrong with figures of a year or month: a figure that there is not, or not for such a period, or out of its bounds. */
export function figureFaults(
  period: string,
  figures: Readonly<Record<string, number | null>>,
  kinds: readonly FigureKind[],
): Refusal[] {
  return Object.entries(figures).flatMap(([id, value]): Refusal[] => {
    const kind = kinds.find((each) => each.id === id);
    const field = `figures.${id}`;
    if (kind === undefined) return [{ code: 'enterprise-figure-unknown', field, given: id }];
    if (value === null) return [];
    if (kind.period === (isMonth(period) ? 'year' : 'month'))
      return [{ code: 'enterprise-figure-period', field, given: kind.name, limit: period }];
    const written = writtenFigure(value, kind);
    if (kind.least !== null && written < kind.least)
      return [{ code: 'enterprise-figure-least', field, given: written, limit: `${kind.least} ${kind.unit}` }];
    if (kind.most !== null && written > kind.most)
      return [{ code: 'enterprise-figure-most', field, given: written, limit: `${kind.most} ${kind.unit}` }];
    return [];
  });
}
