import type { Period } from '../../../kernel/index.ts';
import type { Definition, Measures } from '../definition.ts';
import type { Vintage } from '../figure.ts';

/** What is known of one month, or quarter or year where nothing finer is reported. */
export interface Known {
  /** Whole number, as figures are kept; null: it was stated that there is none. That is not 0. */
  readonly value: bigint | null;
  /** Of all figures that are in it. */
  readonly vintages: readonly Vintage[];
  /** Id of the basis that held; null when none is named. */
  readonly basis: string | null;
}
/** A period that is not in it was not reported. */
export type Series = ReadonlyMap<Period, Known>;

/** How the figures of an indicator are put together over time. */
export interface Manner {
  readonly measures: Measures;
  readonly frequency: Definition['frequency'];
  /** The greatest instead of the sum. */
  readonly greatest: boolean;
}
export const mannerOf = ({ of, measures, frequency }: Definition): Manner => ({
  measures,
  frequency,
  greatest: of.kind === 'max',
});

/** A figure as it was at some time: every one that was saved stays. */
export interface Version {
  readonly period: Period;
  readonly value: bigint | null;
  readonly vintage: Vintage;
  readonly basis: string | null;
  /** Moment of saving, ISO in UTC. */
  readonly savedAt: string;
}

/** The series as it was known at a moment: of each period the last version saved until then. */
export function asKnown(versions: readonly Version[], at: string): Series {
  const last = new Map<Period, Version>();
  for (const version of versions) {
    const before = last.get(version.period);
    if (version.savedAt <= at && (before === undefined || before.savedAt <= version.savedAt))
      last.set(version.period, version);
  }
  return new Map(
    [...last.values()].map(({ period, value, vintage, basis }) => [period, { value, vintages: [vintage], basis }]),
  );
}

const vintageOrder: readonly Vintage[] = ['preliminary', 'revised', 'final'];

/** Each vintage once, the least certain first. More than one: a sum over mixed vintages. */
export const vintagesOf = (parts: readonly Known[]): Vintage[] =>
  vintageOrder.filter((vintage) => parts.some(({ vintages }) => vintages.includes(vintage)));

/** Each basis that is named once, in the order of the parts. */
export const basesOf = (parts: readonly Known[]): string[] => [
  ...new Set(parts.flatMap(({ basis }) => (basis === null ? [] : [basis]))),
];
