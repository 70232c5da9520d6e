import { type Period, periodOf, shifted, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { approximately } from '../number/fraction.ts';
import { stepsOfYear } from '../pace/path.ts';
import { readCell } from '../reading/cell.ts';
import type { CellFacts, ReadingOptions } from '../reading/facts.ts';
import type { CellReading } from '../reading/model.ts';
import { mannerOf } from '../time/known.ts';
import type { WarningLimits } from '../warning/limits.ts';
import type { Subject } from '../warning/model.ts';
import { type Peer, warnOfOutliers } from '../warning/outlier.ts';
import { type Standing, warnOfPace, warnOfStreak } from '../warning/pace.ts';
import { placeKey, type WatchedPlace } from '../warning/place.ts';
import { type Behind, behindOf, type Found } from './model.ts';

/** A cell that is watched, with everything that is known of it. */
export interface WatchedCell {
  readonly place: WatchedPlace;
  readonly chainId: string;
  readonly facts: CellFacts;
  readonly limits: WarningLimits;
  /** Its figure, or one that follows from it and its neighbours, is of fewer than three enterprises. */
  readonly isSmall: boolean;
}

/** Enterprises below which a cell is no company for others: one order more moves it far. */
const leastFirms = 3;

/** How a target of a cell stands: behind by its light, or behind for months. `asOf`: the last period that is over. */
export function watchTarget(definition: Definition, cell: WatchedCell, asOf: Period, options: ReadingOptions): Found[] {
  const readings = monthsOfYear(definition, cell.facts, asOf, options);
  const standings = readings.map(standingOf);
  const subject = subjectOf(definition, cell);
  return [warnOfPace(subject, standings, cell.limits), warnOfStreak(subject, standings, cell.limits)].flatMap(
    (warning) => {
      if (warning === null) return [];
      const behind = readings.filter(({ asOf: period }) => period >= warning.since).map((each) => rowOf(each, cell));
      return [{ warning, place: cell.place, isSmall: cell.isSmall, behind }];
    },
  );
}

/**
 * The months of the year up to the last one that is known; of last year while nothing of this one is. A month that nobody has
 * reported yet is not one more in which things stood badly.
 */
function monthsOfYear(definition: Definition, facts: CellFacts, asOf: Period, options: ReadingOptions): CellReading[] {
  const year = periodOf(asOf, 'year');
  for (const each of [year, yearBefore(year)]) {
    const steps = stepsOfYear(each, mannerOf(definition)).filter((step) => step <= asOf);
    const readings = steps.map((step) => readCell(definition, facts, step, options));
    const last = readings.findLastIndex(isTold);
    if (last >= 0) return readings.slice(0, last + 1);
  }
  return [];
}

/** A month for which too few have reported is not over yet, as far as anybody can tell. */
const isTold = (reading: CellReading): boolean => isKnown(reading) && reading.light.because !== 'reporters-missing';

const isKnown = ({ actual, step }: CellReading): boolean => actual.through !== null && actual.through === step;

/** What lacks months or reporters cannot be told, whatever its pace would be. */
function standingOf(reading: CellReading): Standing {
  const { light } = reading.light;
  const pace = light === null || !isKnown(reading) ? null : (reading.main?.pace ?? null);
  if (light === null || !isKnown(reading))
    return { period: reading.asOf, pace: { light: null, pace: null, ahead: null } };
  return { period: reading.asOf, pace: { light, pace: pace?.pace ?? null, ahead: pace?.ahead ?? null } };
}

function rowOf({ asOf, actual, main, light }: CellReading, { place, chainId }: WatchedCell): Behind {
  const pace = main?.pace ?? null;
  return behindOf(
    { ...place, chainId, period: asOf },
    {
      ...{ value: actual.value, other: pace?.expectedFigure ?? null, light: light.light },
      rate: pace?.pace == null ? null : approximately(pace.pace),
    },
  );
}

const subjectOf = ({ id }: Definition, { place, chainId }: WatchedCell): Subject => ({
  ...{ indicatorId: id, placeId: placeKey(place), chainId },
});

/** How many periods back a comparison may stand while the last ones come in. */
const patience = 3;

/**
 * Sisters of one chain whose growth since January is unlike that of the others, at the last period for which most of them
 * have one. Ratios are not compared so: a point is much for one and little for another.
 */
export function watchSisters(
  definition: Definition,
  cells: readonly WatchedCell[],
  asOf: Period,
  limits: WarningLimits,
  options: ReadingOptions,
): Found[] {
  if (limits.outlier === null || definition.of.kind === 'ratio' || cells.length < limits.outlier.peers) return [];
  for (
    let period = asOf, at = 0;
    at < patience && yearOf(period) === yearOf(asOf);
    period = shifted(period, -1), at += 1
  ) {
    const readings = cells.map((cell) => ({ cell, reading: readCell(definition, cell.facts, period, options) }));
    const known = readings.filter(({ reading }) => rateOf(reading) !== null);
    const some = readings.filter(({ reading }) => reading.actual.value !== null);
    if (known.length < limits.outlier.peers || known.length * 2 < some.length) continue;
    return outliersOf(definition, known, period, limits);
  }
  return [];
}

interface Compared {
  readonly cell: WatchedCell;
  readonly reading: CellReading;
}

function outliersOf(
  definition: Definition,
  known: readonly Compared[],
  period: Period,
  limits: WarningLimits,
): Found[] {
  const peers = known.map(
    ({ cell, reading }): Peer => ({ subject: subjectOf(definition, cell), rate: rateOf(reading) }),
  );
  const behind = known.map(({ cell: { place, chainId }, reading }) => {
    const rate = rateOf(reading);
    const value = reading.actual.value;
    return behindOf({ ...place, chainId, period }, { value, rate: rate === null ? null : approximately(rate) });
  });
  return warnOfOutliers(period, peers, limits).flatMap((warning) => {
    const found = known.find(({ cell }) => placeKey(cell.place) === warning.subject.placeId);
    const isSmall = known.some(({ cell }) => cell.isSmall);
    return found === undefined ? [] : [{ warning, place: found.cell.place, isSmall, behind }];
  });
}

/** Growth since January; null where it cannot be told, or where it is that of one or two enterprises. */
function rateOf({ growth, actual: { firms } }: CellReading) {
  if (growth === null || growth.toDate.of !== 'figure' || (firms > 0 && firms < leastFirms)) return null;
  return growth.toDate.growth.rate;
}
