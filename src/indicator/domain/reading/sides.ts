import { lastDay, type Period, periodOf, periodsBetween, shifted, yearOf } from '../../../kernel/index.ts';
import { basisOf, type Definition } from '../definition.ts';
import { formulaSeries } from '../time/formula.ts';
import { type Known, type Manner, mannerOf, type Series } from '../time/known.ts';
import { isWhole, type Reading, readPeriod, readYearToDate } from '../time/reading.ts';
import type { Catalogue, CellSeries, KnownCell } from './facts.ts';

/** What is known of a period beside its value. */
export type Counts = Omit<KnownCell, 'period' | 'total'>;

/** A series that can be read over time, with what stands behind each of its periods. */
export interface Side {
  readonly definition: Definition;
  readonly series: Series;
  readonly manner: Manner;
  readonly counts: ReadonlyMap<Period, Counts>;
}

/** An indicator as it is read: one series, or two above and below a line. */
export type Sided =
  | { readonly kind: 'plain'; readonly side: Side }
  | { readonly kind: 'ratio'; readonly above: Side; readonly below: Side; readonly times: number };

/** Puts an indicator together from the cells of what it is made of; periods that end after `asOf` are left out. */
export function sidedOf(definition: Definition, series: CellSeries, catalogue: Catalogue, asOf: Period): Sided {
  const { of } = definition;
  const end = lastDay(asOf);
  if (of.kind !== 'ratio') return { kind: 'plain', side: sideOf(definition, series, catalogue, end) };
  const part = (id: string): Side => {
    const found = catalogue.get(id);
    return found === undefined ? emptySide(definition) : sideOf(found, series, catalogue, end);
  };
  return { kind: 'ratio', above: part(of.above), below: part(of.below), times: of.times };
}

const emptySide = (definition: Definition): Side => ({
  ...{ definition, series: new Map(), manner: mannerOf(definition), counts: new Map() },
});

function sideOf(definition: Definition, series: CellSeries, catalogue: Catalogue, end: string): Side {
  const { of } = definition;
  if (of.kind === 'formula') return formulaSide(definition, series, catalogue, end);
  const cells = (series.get(definition.id) ?? []).filter(({ period }) => lastDay(period) <= end);
  return {
    ...{ definition, manner: mannerOf(definition) },
    series: new Map(cells.map((cell) => [cell.period, knownOf(cell, definition)])),
    counts: new Map(cells.map(({ period, total: _, ...counts }) => [period, counts])),
  };
}

const knownOf = ({ period, total, vintages }: KnownCell, definition: Definition): Known => ({
  value: total,
  vintages: (['preliminary', 'revised', 'final'] as const).filter((vintage) => (vintages[vintage] ?? 0) > 0),
  basis: basisOf(definition, period),
});

function formulaSide(definition: Definition, series: CellSeries, catalogue: Catalogue, end: string): Side {
  const { of } = definition;
  const terms = of.kind === 'formula' ? of.terms : [];
  const parts = terms.flatMap(({ indicator, times }) => {
    const found = catalogue.get(indicator);
    return found === undefined ? [] : [{ times, side: coarser(sideOf(found, series, catalogue, end), definition) }];
  });
  // A formula of which a term is not known at all is no sum.
  if (parts.length < terms.length) return emptySide(definition);
  const together = formulaSeries(parts.map(({ times, side }) => ({ times, series: side.series })));
  const counts = [...together.keys()].map((period) => {
    const each = parts.flatMap(({ side }) => side.counts.get(period) ?? []);
    return [period, joined(each)] as const;
  });
  return { definition, manner: mannerOf(definition), series: together, counts: new Map(counts) };
}

/** A term that is reported more often than the formula, put together to the formula's periods; only whole ones. */
function coarser(side: Side, { frequency }: Definition): Side {
  if (side.manner.frequency === frequency) return side;
  const periods = [...new Set([...side.series.keys()].map((period) => periodOf(period, frequency)))].toSorted();
  const series = new Map<Period, Known>();
  const counts = new Map<Period, Counts>();
  for (const period of periods) {
    const isCumulative = side.manner.measures === 'cumulative';
    const reading = (isCumulative ? readYearToDate : readPeriod)(side.series, period, side.manner);
    if (!isWhole(reading)) continue;
    const [basis = null, ...others] = reading.bases;
    series.set(period, { value: reading.value, vintages: reading.vintages, basis: others.length === 0 ? basis : null });
    counts.set(period, summed(usedBy(reading, side).flatMap((each) => side.counts.get(each) ?? [])));
  }
  return { ...side, series, counts, manner: { ...side.manner, frequency } };
}

/** The periods that a reading of a side takes in, whether they are known or not, oldest first. */
export function usedBy({ period, through }: Reading, { manner }: Side): Period[] {
  if (through === null) return [];
  if (manner.greatest || manner.measures === 'flow') return periodsBetween(period, through, manner.frequency);
  const first = periodOf(period, manner.frequency);
  const before = shifted(first, -1);
  const isDifference = manner.measures === 'cumulative' && yearOf(before) === yearOf(first);
  return isDifference ? [before, through] : [through];
}

/** Counts of several periods of one series: figures add up, an enterprise may be in every one of them. */
export function summed(all: readonly Counts[]): Counts {
  const owed = all.flatMap(({ reporters }) => reporters ?? []);
  return {
    ...{ figures: sum(all, ({ figures }) => figures), vintages: vintagesOfAll(all) },
    firms: all.reduce((most, { firms }) => Math.max(most, firms), 0),
    reporters:
      owed.length === 0
        ? null
        : { expected: sum(owed, ({ expected }) => expected), reported: sum(owed, ({ reported }) => reported) },
  };
}

/**
 * Counts of several series of one period: what is made of them is as thin as the thinnest. The same offices owe them, so that
 * those who owe are not added up.
 */
export function joined(all: readonly Counts[]): Counts {
  const firms = all.map((each) => each.firms).filter((each) => each > 0);
  const owed = all.flatMap(({ reporters }) => reporters ?? []);
  const worst = owed.reduce<Counts['reporters']>(
    (least, each) => (least === null || each.reported * least.expected < least.reported * each.expected ? each : least),
    null,
  );
  return {
    ...{ figures: sum(all, ({ figures }) => figures), vintages: vintagesOfAll(all), reporters: worst },
    firms: firms.length === 0 ? 0 : Math.min(...firms),
  };
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((whole, each) => whole + of(each), 0);
}

const vintagesOfAll = (all: readonly Counts[]): Counts['vintages'] => ({
  preliminary: sum(all, ({ vintages }) => vintages.preliminary ?? 0),
  revised: sum(all, ({ vintages }) => vintages.revised ?? 0),
  final: sum(all, ({ vintages }) => vintages.final ?? 0),
});
