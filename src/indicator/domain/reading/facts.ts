import type { Period } from '../../../kernel/index.ts';
import type { Ledger } from '../decompose/adjust.ts';
import type { Definition } from '../definition.ts';
import type { Vintage } from '../figure.ts';
import type { Level } from '../forecast/student.ts';
import { type LightLimits, usualLights } from '../pace/light.ts';
import type { Target } from '../target/target.ts';
import { usualSlack } from '../target/verdict.ts';

/** What was reported for one period in one cell, rolled up. A period that nobody reported a number for is not given. */
export interface KnownCell {
  readonly period: Period;
  /** Whole number, as figures are kept: the sum, of a maximum the greatest. */
  readonly total: bigint;
  readonly figures: number;
  /** Enterprises in it. */
  readonly firms: number;
  /** How many of the figures are of each vintage; empty: nobody asked. */
  readonly vintages: Readonly<Partial<Record<Vintage, number>>>;
  /** Who owes a figure and who handed one in; a stated “none” is handed in. null: nobody is expected by name. */
  readonly reporters: { readonly expected: number; readonly reported: number } | null;
}

/** Cells of one place by indicator, any order. Of a ratio or formula those of `leavesOf` are wanted. */
export type CellSeries = ReadonlyMap<string, readonly KnownCell[]>;

/** A target of the place; with a ledger its value is the one that held on the day that is looked at. */
export interface TargetHeld {
  readonly target: Target;
  readonly ledger: Ledger | null;
}

/** Everything that is known of one cell. */
export interface CellFacts {
  /** Sums of the parts, of this year and of past ones. */
  readonly series: CellSeries;
  /** What the place reports itself over others; null: it does not. */
  readonly own: CellSeries | null;
  /** The sums as they were known when the base was first published; null: nobody asks what was restated. */
  readonly earlier: CellSeries | null;
  /** Of several for one year the first counts: give the edition in force first. */
  readonly targets: readonly TargetHeld[];
  /** Sums of the place above, whose years show the way where those of the cell itself are too few. */
  readonly lender?: CellSeries | undefined;
}
export const noFacts: CellFacts = { series: new Map(), own: null, earlier: null, targets: [] };

export type Catalogue = ReadonlyMap<string, Definition>;

/** Limits of reading; all of it is data. */
export interface ReadingOptions {
  /** Every indicator that ratios and formulas are made of. */
  readonly catalogue: Catalogue;
  /** How far 左右 reaches to either side, in millionths. */
  readonly slack: number;
  readonly lights: LightLimits;
  /** How often the interval of a forecast is meant to hold, in percent. */
  readonly level: Level;
  /** From which share of expected reporters on a sum is compared with others, in millionths. */
  readonly coverage: number;
}
export const usualReading: Omit<ReadingOptions, 'catalogue'> = {
  ...{ slack: usualSlack, lights: usualLights, level: 90, coverage: 950_000 },
};

/** Indicators whose figures are asked for to read this one: itself, or what it is made of, over any number of steps. */
export function leavesOf(definition: Definition, catalogue: Catalogue): string[] {
  const { of } = definition;
  if (of.kind !== 'ratio' && of.kind !== 'formula') return [definition.id];
  const parts = of.kind === 'ratio' ? [of.above, of.below] : of.terms.map(({ indicator }) => indicator);
  const known = parts.flatMap((id) => catalogue.get(id) ?? []);
  return [...new Set(known.flatMap((part) => leavesOf(part, catalogue)))];
}
