import {
  containsPeriod,
  firstDay,
  lastDay,
  lengthOf,
  type Period,
  periodOf,
  periodsBetween,
} from '../../../kernel/index.ts';
import { type Ledger, valueOn } from '../decompose/adjust.ts';
import type { Definition } from '../definition.ts';
import { type Pace, paceOf } from '../pace/pace.ts';
import type { Path } from '../pace/path.ts';
import { paceOfRatio } from '../pace/ratio.ts';
import { type Missing, quantityOf } from '../target/quantity.ts';
import { judgeRatio, type RatioSide } from '../target/ratio.ts';
import type { Target } from '../target/target.ts';
import { judgeQuantity, type Verdict } from '../target/verdict.ts';
import { readPeriod } from '../time/reading.ts';
import { amountOf, reportersOf } from './amount.ts';
import type { ReadingOptions, TargetHeld } from './facts.ts';
import type { TargetReading } from './model.ts';
import { neverNegative } from './nature.ts';
import { type Side, type Sided, usedBy } from './sides.ts';

export interface TargetContext {
  readonly definition: Definition;
  readonly sided: Sided;
  readonly path: Path | null;
  readonly asOf: Period;
  readonly options: ReadingOptions;
}

/**
 * Holds every target against the cell, each with the value that held on the last day of `asOf`; one set later is left out. The
 * first value holds from the beginning of its period at the latest: the target of a year is that of its January too, though its
 * plan came out in March or was loaded in May.
 */
export function readTargets(held: readonly TargetHeld[], context: TargetContext): TargetReading[] {
  const day = lastDay(context.asOf);
  return held.flatMap(({ target: given, ledger }) => {
    const value = ledger === null ? given.value : (valueOn(ledger, day) ?? begun(given, ledger, day));
    if (value === null) return [];
    const target = { ...given, value };
    const verdict = judged(target, context);
    const pace = isOfYear(target, context.asOf) ? pacedBy(verdict, context) : null;
    return [{ target, first: ledger?.first.value ?? given.value, verdict, pace }];
  });
}

/** The first value where its period has begun by then. */
const begun = ({ from, period }: Target, { first }: Ledger, day: string): bigint | null =>
  firstDay(from ?? period) <= day ? first.value : null;

/** The first of the year; else one that is gathered over several years, this one among them; else one of the step. */
export function mainOf(readings: readonly TargetReading[], asOf: Period): TargetReading | null {
  const year = periodOf(asOf, 'year');
  return (
    readings.find(({ target }) => target.period === year && target.mode !== 'cumulative') ??
    readings.find(({ target }) => isOfYear(target, asOf)) ??
    readings.find(({ target }) => containsPeriod(target.period, asOf)) ??
    null
  );
}

/** Whether the way to it can be followed through the year: it ends with the year, or is gathered over it and others. */
function isOfYear({ period, mode, from }: Target, asOf: Period): boolean {
  const year = periodOf(asOf, 'year');
  if (lengthOf(period) !== 'year') return false;
  return period === year || (mode === 'cumulative' && from !== null && from <= year && year <= period);
}

function pacedBy(verdict: Verdict, { sided, path, options }: TargetContext): Pace | null {
  if (sided.kind === 'ratio') return paceOfRatio(verdict, options.lights);
  return path === null ? null : paceOf(verdict, path, sided.side.series, sided.side.manner, options.lights);
}

function judged(target: Target, { definition, sided, options }: TargetContext): Verdict {
  const judging = { direction: definition.direction, slack: options.slack };
  if (sided.kind === 'plain') {
    const { side } = sided;
    const quantity = quantityOf(target, side.series, side.manner);
    const missing = [...quantity.missing, ...lateFor(target, side)];
    return judgeQuantity(
      target,
      { ...quantity, missing },
      { ...judging, manner: side.manner, neverNegative: neverNegative(definition) },
    );
  }
  const [above, below] = [ratioSide(sided.above), ratioSide(sided.below)];
  const verdict = judgeRatio(target, { above, below, times: sided.times, decimals: definition.decimals }, judging);
  const late = lateOf(target, sided, definition.decimals);
  // A ratio of which somebody's part lacks can still go either way.
  return late.length === 0 ? verdict : { ...verdict, state: 'open', missing: [...verdict.missing, ...late] };
}

const ratioSide = ({ series, manner, definition }: Side): RatioSide => ({
  ...{ series, manner, decimals: definition.decimals },
});

/** Who has not handed in what a target counts. */
function lateFor({ mode, from, period }: Target, side: Side): Missing[] {
  const spans = mode === 'cumulative' && from !== null ? periodsBetween(from, period, lengthOf(period)) : [period];
  const used = spans.flatMap((span) => usedBy(readPeriod(side.series, span, side.manner), side));
  return missingOf(reportersOf(used, side));
}

function lateOf({ period }: Target, sided: Sided, decimals: number): Missing[] {
  return missingOf(amountOf(sided, decimals, ({ series, manner }) => readPeriod(series, period, manner)).reporters);
}

const missingOf = (reporters: ReturnType<typeof reportersOf>): Missing[] =>
  reporters === null || reporters.missing === 0
    ? []
    : [{ code: 'reporters', periods: reporters.periods, given: reporters.missing, limit: reporters.expected }];
