import type { CellSeries, KnownCell } from '../../domain/reading/facts.ts';
import type { OwnFigure } from '../../store/reading/behind.ts';

/**
 * What a place reports itself over others, as a series; null when it does not. Where several units report the same cell the one
 * that was saved last counts: they are shown one by one behind the cell.
 */
export function ownSeries(own: readonly OwnFigure[], placeId: string, chainId: string): CellSeries | null {
  const here = own.filter((each) => each.placeId === placeId && each.chainId === chainId && each.value !== null);
  if (here.length === 0) return null;
  const latest = new Map<string, OwnFigure>();
  for (const each of here) {
    const key = `${each.indicatorId} ${each.period}`;
    const before = latest.get(key);
    if (before === undefined || before.savedAt <= each.savedAt) latest.set(key, each);
  }
  const byIndicator = Map.groupBy(latest.values(), ({ indicatorId }) => indicatorId);
  return new Map([...byIndicator].map(([id, figures]) => [id, figures.map(cellOf)]));
}

const cellOf = ({ period, value, vintage }: OwnFigure): KnownCell => ({
  ...{ period, total: BigInt(value ?? 0), figures: 1, firms: 0, vintages: { [vintage]: 1 }, reporters: null },
});
