import { yearOf } from '../../../kernel/index.ts';
import type { TargetReadingJson } from '../../contract/reading-api.ts';
import type { TargetHeld } from '../../domain/reading/facts.ts';
import type { Axis } from '../../store/reading/places.ts';
import { readTargets } from '../../store/targets.ts';
import type { IndicatorDb } from '../../store.ts';
import type { SourceOf } from './target-json.ts';

/** Targets of the cells of a table. */
export interface TargetsHeld {
  readonly of: (indicatorId: string, place: string, chain: string) => readonly TargetHeld[];
  readonly sourceOf: SourceOf;
}

export interface TargetsOfTable {
  readonly indicators: readonly string[];
  readonly axis: Axis;
  readonly places: readonly string[];
  readonly chains: readonly string[];
  readonly periods: readonly string[];
}

/** Of a region those that are of no single unit; of a unit its own. */
export async function readTargetsHeld(db: IndicatorDb, asked: TargetsOfTable): Promise<TargetsHeld> {
  const { indicators, axis, places, chains, periods } = asked;
  const stored = await readTargets(db, {
    ...{ indicatorIds: indicators, chainIds: chains, years: [...new Set(periods.map(yearOf))] },
    ...(axis === 'region' ? { regionIds: places, unitIds: [''] } : { unitIds: places }),
  });
  const byCell = Map.groupBy(stored, ({ target: { indicatorId, place } }) =>
    JSON.stringify([indicatorId, axis === 'region' ? place.regionId : place.unitId, place.chainId]),
  );
  const sources = new Map(
    stored.map(({ target, source }): [string, TargetReadingJson['source']] => [
      target.id,
      {
        ...{ planId: source.planId, edition: source.edition, itemId: source.itemId, said: source.said },
        ...{ row: source.cell?.row ?? null, column: source.cell?.column ?? null },
      },
    ]),
  );
  return {
    of: (indicatorId, place, chain) => byCell.get(JSON.stringify([indicatorId, place, chain])) ?? [],
    sourceOf: (id) => sources.get(id) ?? null,
  };
}
