import { lengthOf, type Period } from '../../../kernel/index.ts';
import type { Measures } from '../definition.ts';
import { type Changes, changesOf } from './changes.ts';

/** A figure that was reported before; what was not, or was stated as none, is not in a history. */
export interface Past {
  readonly period: Period;
  readonly value: number;
}

/** What a cell has behind it when a figure is typed. Made once when a form is opened, and not with every key. */
export interface History {
  readonly figures: number;
  /** The last one that was typed. */
  readonly latest: number | null;
  /** What all of them were; `mixed` also when there are none. */
  readonly signs: 'above' | 'below' | 'never-zero' | 'mixed';
  /** Of the period before, and of the same one of last year, as they were typed. */
  readonly last: number | null;
  readonly lastYear: number | null;
  /** The last cumulative figure of the same year, however long ago; null in January and for what is not cumulative. */
  readonly sinceJanuary: number | null;
  /** 1 for January, the first quarter and a year. */
  readonly step: number;
  /** Of the same two what came in the period by itself; only cumulative figures differ. */
  readonly ownLast: number | null;
  readonly ownLastYear: number | null;
  /** What is to be taken off a typed figure to have its own; null: not known. */
  readonly toTakeOff: number | null;
  /**
   * How own figures changed from one period to the next, and from one year to the next: reckoned when first asked, since
   * most figures are calm and nobody asks.
   */
  readonly steps: () => Changes;
  readonly years: () => Changes;
}

/**
 * `past`: what was reported for the same cell before `period`, in periods of the same length, oldest first, as it was typed:
 * cumulative stays cumulative.
 */
export function historyOf(period: Period, measures: Measures, past: readonly Past[]): History {
  const perYear = { month: 12, quarter: 4, year: 1 }[lengthOf(period)];
  const now = ordinal(period);
  const typed = new Map(past.map((each) => [ordinal(each.period), each.value]));
  const isCumulative = measures === 'cumulative';
  const own = isCumulative ? ownFigures(typed, perYear) : typed;
  const values = past.map(({ value }) => value);
  const isSameYear = (at: number): boolean => Math.floor(at / perYear) === Math.floor(now / perYear);
  const latestOfYear = [...typed.keys()].findLast(isSameYear);
  const [last = null, lastYear = null] = [typed.get(now - 1), typed.get(now - perYear)];
  return {
    ...{ figures: values.length, latest: values.at(-1) ?? null, signs: signsOf(values), last, lastYear },
    sinceJanuary: isCumulative && latestOfYear !== undefined ? (typed.get(latestOfYear) ?? null) : null,
    step: (now % perYear) + 1,
    ...{ ownLast: own.get(now - 1) ?? null, ownLastYear: own.get(now - perYear) ?? null },
    toTakeOff: !isCumulative || now % perYear === 0 ? 0 : last,
    ...{ steps: once(() => changesOf(own, 1)), years: once(() => changesOf(own, perYear)) },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Periods of one length counted through: the one before is one less. A form opens with thousands of cells. */
function ordinal(period: Period): number {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return year;
  return period[5] === 'Q' ? year * 4 + Number(period[6]) - 1 : year * 12 + Number(period.slice(5)) - 1;
}

function signsOf(values: readonly number[]): History['signs'] {
  if (values.length === 0) return 'mixed';
  if (values.every((value) => value > 0)) return 'above';
  if (values.every((value) => value < 0)) return 'below';
  return values.every((value) => value !== 0) ? 'never-zero' : 'mixed';
}

/** What came in each period by itself, where the one before it is known too. */
function ownFigures(typed: ReadonlyMap<number, number>, perYear: number): ReadonlyMap<number, number> {
  const own = new Map<number, number>();
  for (const [at, value] of typed) {
    const before = at % perYear === 0 ? 0 : typed.get(at - 1);
    if (before !== undefined) own.set(at, value - before);
  }
  return own;
}
