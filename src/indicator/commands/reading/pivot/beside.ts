import type { PivotCellJson, PivotMeasure } from '../../../contract/reading-api.ts';
import type { Direction } from '../../../domain/definition.ts';
import { rank } from '../../../domain/rank/rank.ts';
import { shareOf } from '../../../domain/reading/pivot.ts';
import { rateOrNull } from '../json.ts';
import type { Spot } from './axes.ts';
import type { Readings } from './readings.ts';

/** What a cell is among those beside it: its share of their total, its place among them. */
export interface Beside {
  readonly of: (spot: Spot, measures: readonly PivotMeasure[]) => Pick<PivotCellJson, 'share' | 'rank'>;
}

export interface BesideContext {
  readonly readings: Readings;
  /** The axis along which cells are compared; null where none can be. */
  readonly along: 'place' | 'chain' | 'enterprise' | null;
  /** Those that are compared, without total and rest. */
  readonly members: readonly string[];
  /** What all of them together are called on that axis. */
  readonly whole: string;
  readonly isHidden: (spot: Spot) => boolean;
  readonly directionOf: (indicatorId: string) => Direction;
  /** Amounts of several can be added up. */
  readonly addsUp: (indicatorId: string) => boolean;
}

interface Place {
  readonly place: number;
  readonly worst: number;
  readonly of: number;
}

export function besideOf(context: BesideContext): Beside {
  const { readings, along, members, whole } = context;
  const rankings = new Map<string, ReadonlyMap<string, Place>>();
  const ranking = (spot: Spot, axis: 'place' | 'chain' | 'enterprise'): ReadonlyMap<string, Place> => {
    const key = JSON.stringify({ ...spot, [axis]: '' });
    const known = rankings.get(key);
    if (known !== undefined) return known;
    const entrants = members.map((id) => {
      const each = { ...spot, [axis]: id };
      return { id, value: readings.number(each, 'value'), suppressed: context.isHidden(each) };
    });
    const { ranked } = rank(entrants, context.directionOf(spot.indicator), null);
    const made = new Map(ranked.map(({ id, place, worst }) => [id, { place, worst, of: entrants.length }] as const));
    rankings.set(key, made);
    return made;
  };
  const share = (spot: Spot): number | null => {
    if (along === null || !context.addsUp(spot.indicator)) return null;
    return rateOrNull(shareOf(readings.number(spot, 'value'), readings.number({ ...spot, [along]: whole }, 'value')));
  };
  return {
    of: (spot, measures) => ({
      ...(measures.includes('share') && { share: share(spot) }),
      ...(measures.includes('rank') && {
        rank: along === null ? null : (ranking(spot, along).get(spot[along]) ?? null),
      }),
    }),
  };
}
