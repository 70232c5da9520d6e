import { addDays, lastDay, type Period, yearOf } from '../../../kernel/index.ts';
import {
  type Catalogue,
  type Definition,
  lastStep,
  leavesOf,
  mannerOf,
  noFacts,
  readCell,
  usualLeast,
  usualReading,
} from '../../domain/index.ts';
import { lastOver } from '../../domain/watch/periods.ts';
import type { IndicatorDb } from '../../store.ts';
import { catalogueOf } from '../watch/catalogue.ts';
import { cellKey, seriesOf } from '../watch/cells.ts';

/** What somebody counts by an indicator. */
export interface CountedBy {
  readonly indicatorId: string;
  readonly regionId: string;
  /** '' for all chains together. */
  readonly chainId: string;
  /** First and last day of what is counted: sums begin with the year of the first, and nothing after the last counts. */
  readonly from: string;
  readonly by: string;
  /** A sum over the years since, or what stands now. */
  readonly mode: 'cumulative' | 'annual' | 'level';
}

/** A figure to date, and through which day it is known. */
export interface ToDate {
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** Whole number at `decimals`. */
  readonly value: bigint;
  readonly on: string;
}

/** Years that a sum may reach back; older figures are no part of a plan. */
const mostYears = 15;

/**
 * What indicators come to on a day, in the order asked; null where nothing is known, or where so few enterprises are behind it
 * that it must not be told. On the platform's own behalf; asks for no permission.
 */
export async function figuresToDate(
  db: IndicatorDb,
  asked: readonly CountedBy[],
  day: string,
): Promise<(ToDate | null)[]> {
  const catalogue = await catalogueOf(db);
  const found: (ToDate | null)[] = [];
  for (const each of asked) {
    const definition = catalogue.get(each.indicatorId);
    found.push(definition === undefined ? null : await toDate(db, each, definition, catalogue, day));
  }
  return found;
}

async function toDate(
  db: IndicatorDb,
  { regionId, chainId, from, by, mode }: CountedBy,
  definition: Definition,
  catalogue: Catalogue,
  day: string,
): Promise<ToDate | null> {
  const asOf = lastOver(by < day ? addDays(by, 1) : day, definition.frequency);
  const where = { axis: 'region', places: [regionId], chains: [chainId] } as const;
  const amountAt = async (period: Period) => {
    const series = (await seriesOf(db, definition, catalogue, period, where)).get(cellKey(regionId, chainId));
    if (series === undefined) return null;
    const { actual } = readCell(definition, { ...noFacts, series }, period, { ...usualReading, catalogue });
    return actual.value === null || actual.through === null ? null : actual;
  };
  const sums =
    definition.measures !== 'stock' && mode !== 'level' && leavesOf(definition, catalogue)[0] === definition.id;
  const last = yearOf(asOf);
  const first = sums && mode === 'cumulative' ? Math.max(Number(from.slice(0, 4)), last - mostYears) : last;
  const steps = Array.from({ length: Math.max(0, last - first) }, (_, at) => String(first + at));
  // Of a year that is over its last month, quarter or itself says all of it.
  const periods = [...steps.map((year) => lastStep(year, mannerOf(definition)) ?? year), asOf];
  const amounts = [];
  for (const period of periods) amounts.push(await amountAt(period));
  const known = amounts.filter((amount) => amount !== null);
  const newest = known.at(-1);
  if (newest?.through == null || known.some(({ firms }) => firms > 0 && firms < usualLeast)) return null;
  const value = (sums ? known : [newest]).reduce((sum, amount) => sum + (amount.value ?? 0n), 0n);
  const { name, unit, decimals } = definition;
  return { name, unit, decimals, value, on: lastDay(newest.through) };
}
