import type { CellSeries, KnownCell } from '../../domain/reading/facts.ts';

/**
 * What was reported for a heading itself and for none of those below it: its sum less theirs, period by period. Only what a reader
 * could reckon himself from the cells that he is shown: `isTold` says of which periods he is shown all of them.
 */
export function restOfSeries(
  whole: CellSeries,
  parts: readonly CellSeries[],
  isTold: (period: string) => boolean,
): CellSeries {
  const rest = new Map<string, KnownCell[]>();
  for (const [indicator, cells] of whole) {
    const byPeriod = parts.map((part) => new Map((part.get(indicator) ?? []).map((cell) => [cell.period, cell])));
    const left = cells.flatMap((cell) => {
      if (!isTold(cell.period)) return [];
      const taken = byPeriod.flatMap((part) => part.get(cell.period) ?? []);
      const known = taken.reduce(less, cell);
      return known.figures === 0 ? [] : [known];
    });
    if (left.length > 0) rest.set(indicator, left);
  }
  return rest;
}

const less = (whole: KnownCell, part: KnownCell): KnownCell => ({
  ...{ period: whole.period, total: whole.total - part.total, reporters: null },
  figures: whole.figures - part.figures,
  firms: whole.firms - part.firms,
  vintages: {
    preliminary: (whole.vintages.preliminary ?? 0) - (part.vintages.preliminary ?? 0),
    revised: (whole.vintages.revised ?? 0) - (part.vintages.revised ?? 0),
    final: (whole.vintages.final ?? 0) - (part.vintages.final ?? 0),
  },
});
