import type { Period } from '../../../kernel/index.ts';
import type { Definition, Direction } from '../definition.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { type Entrant, type Ranked, type Ranking, rank, restOf, topOf } from '../rank/rank.ts';
import { readPeriod, readYearToDate } from '../time/reading.ts';
import { amountOf } from './amount.ts';
import { changeOf } from './change.ts';
import type { CellFacts, ReadingOptions } from './facts.ts';
import type { Amount, Change } from './model.ts';
import { sidedOf } from './sides.ts';

/** What a pivot can show of an indicator in a place and a period of any length. */
export interface PivotReading {
  readonly value: Amount;
  /** 累计. */
  readonly toDate: Amount;
  /** 同比, 环比, 累计同比. */
  readonly yearOnYear: Change;
  readonly onLastPeriod: Change;
  readonly toDateChange: Change;
}

/** Reads a period that may be a month, quarter or year; one shorter than the indicator is reported has no value. */
export function readPivot(
  definition: Definition,
  facts: Pick<CellFacts, 'series' | 'earlier'>,
  period: Period,
  { catalogue, coverage }: Pick<ReadingOptions, 'catalogue' | 'coverage'>,
): PivotReading {
  const sided = sidedOf(definition, facts.series, catalogue, period);
  const earlier = facts.earlier === null ? null : sidedOf(definition, facts.earlier, catalogue, period);
  return {
    value: amountOf(sided, definition.decimals, ({ series, manner }) => readPeriod(series, period, manner)),
    toDate: amountOf(sided, definition.decimals, ({ series, manner }) => readYearToDate(series, period, manner)),
    yearOnYear: changeOf('year-on-year', sided, earlier, period, coverage),
    onLastPeriod: changeOf('on-last-period', sided, earlier, period, coverage),
    toDateChange: changeOf('to-date', sided, earlier, period, coverage),
  };
}

/** Those below one heading beside each other. */
export interface PivotGroup {
  /** Everybody that can be seen, in order. */
  readonly ranking: Ranking;
  /** The first so many, with whoever shares the last place. */
  readonly top: readonly Ranked[];
  /** All others together, hidden ones included; null when there are none, or their sum cannot be told. */
  readonly rest: { readonly members: number; readonly value: bigint; readonly share: Fraction | null } | null;
}

/**
 * Ranks those below one heading and puts all but the first `top` together. `total`: what was published for the heading, null
 * where values do not add up (ratios, maxima) or none is; without it nothing is said of a rest that is hidden in part.
 */
export function pivotGroup(
  entrants: readonly Entrant[],
  direction: Direction,
  total: bigint | null,
  top: number,
  adds = true,
): PivotGroup {
  const ranking = rank(entrants, direction, adds ? total : null);
  // Shares of what does not add up are none.
  const shown = adds ? ranking : { ...ranking, ranked: ranking.ranked.map((each) => ({ ...each, share: null })) };
  const first = topOf(shown, top);
  const members = entrants.length - first.length;
  const isUnknown = !adds || (total === null && shown.suppressed.length > 0);
  const rest = isUnknown || members === 0 ? null : restOf(shown, top);
  return { ranking: shown, top: first, rest: rest === null ? null : { members, ...rest } };
}

/** The share of a value in that of the heading above; null when there is none: of 0 or less, or of parts below 0. */
export const shareOf = (value: bigint | null, parent: bigint | null): Fraction | null =>
  value === null || parent === null || parent <= 0n || value < 0n ? null : fraction(value, parent);
