import {
  containsPeriod,
  lengthOf,
  type Period,
  periodOf,
  periodsBetween,
  shifted,
  yearOf,
} from '../../../kernel/index.ts';
import type { Vintage } from '../figure.ts';
import { basesOf, type Known, type Manner, type Series, vintagesOf } from './known.ts';

/** The figure of a period, put together from what was reported for its months, and how far it can be relied on. */
export interface Reading {
  /** The period that was asked for; of a reading up to a month, its year. */
  readonly period: Period;
  /** Last month that the value takes in; null when none is known. (Month stands for what the frequency says.) */
  readonly through: Period | null;
  /** Whole number, as figures are kept; null when it cannot be told. With gaps it is what the known months come to. */
  readonly value: bigint | null;
  /** How many months were asked for, and how many of them the value takes in. */
  readonly asked: number;
  readonly known: number;
  /** Months that the value lacks though later ones are known; for cumulative figures the month before the period. */
  readonly gaps: readonly Period[];
  /** Months after the last known one. */
  readonly ahead: readonly Period[];
  /** Of all figures in it; more than one: mixed. */
  readonly vintages: readonly Vintage[];
  readonly bases: readonly string[];
}

/** Whether the value takes in everything that was asked for. */
export const isWhole = (reading: Reading): boolean =>
  reading.value !== null && reading.gaps.length === 0 && reading.ahead.length === 0;

/** Months that it lacks, in order. */
export const lacking = ({ gaps, ahead }: Reading): Period[] => [...gaps, ...ahead].toSorted();

/**
 * The figure of a year, quarter or month: the sum of flows, the last cumulative figure less the one before the period, the
 * last stock, the greatest of a maximum. Never fills a gap. A period shorter than the frequency has no figure.
 */
export const readPeriod = (series: Series, period: Period, manner: Manner): Reading =>
  read(series, period, stepsBetween(period, period, manner), manner);

/** The same from January up to and including a period, which may be a month or a quarter. */
export function readYearToDate(series: Series, through: Period, manner: Manner): Reading {
  const year = periodOf(through, 'year');
  const first = periodOf(year, lengthOf(through));
  return read(series, year, stepsBetween(first, through, manner), manner);
}

const months = { year: 12, quarter: 3, month: 1 } as const;

function stepsBetween(from: Period, to: Period, { frequency }: Manner): Period[] {
  return months[frequency] > months[lengthOf(to)] ? [] : periodsBetween(from, to, frequency);
}

function read(series: Series, period: Period, steps: readonly Period[], manner: Manner): Reading {
  const isKnown = (step: Period): boolean => hasNumber(series.get(step));
  const through = steps.findLast(isKnown) ?? null;
  const taken = through === null ? [] : steps.slice(0, steps.indexOf(through) + 1);
  const ahead = steps.slice(taken.length);
  const { used, before } = needed(taken, manner);
  const gaps = used.filter((step) => !isKnown(step));
  const parts = used.map((step) => series.get(step)).filter(hasNumber);
  const missed = gaps.filter((step) => containsPeriod(period, step)).length;
  const value = before !== null && gaps.length > 0 ? null : combined(parts, before !== null, manner);
  return {
    ...{ period, through, value, asked: steps.length, known: value === null ? 0 : taken.length - missed },
    ...{ gaps, ahead, vintages: vintagesOf(parts), bases: basesOf(parts) },
  };
}

/** The steps that a value rests on, in order; `before`: the one whose cumulative figure is taken off. */
function needed(taken: readonly Period[], manner: Manner): { used: readonly Period[]; before: Period | null } {
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) return { used: [], before: null };
  if (manner.greatest || manner.measures === 'flow') return { used: taken, before: null };
  if (manner.measures === 'stock') return { used: [last], before: null };
  const before = shifted(first, -1);
  // A cumulative figure begins anew each January.
  return yearOf(before) === yearOf(first) ? { used: [before, last], before } : { used: [last], before: null };
}

function combined(parts: readonly Known[], isDifference: boolean, { greatest }: Manner): bigint | null {
  const values = parts.map(({ value }) => value ?? 0n);
  if (values.length === 0) return null;
  if (greatest) return values.reduce((most, value) => (value > most ? value : most));
  const [before = 0n, last = 0n] = values;
  return isDifference ? last - before : values.reduce((sum, value) => sum + value, 0n);
}

const hasNumber = (known: Known | undefined): known is Known => known !== undefined && known.value !== null;
