import { type Points, shownPoints } from './score.ts';

/** How a fact of the register, or the share of one in another, becomes points: none at `zero`, all at `full`, in a line between. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  /** Of the dictionary of facts. */
  readonly fact: string;
  /** What it is a share of, in percent; null: the fact itself counts. */
  readonly per: string | null;
  /** In ten-thousandths of the fact's unit, or of a percent. `full` below `zero`: less is better. */
  readonly zero: number;
  readonly full: number;
  /** Hundredths of a point. */
  readonly most: number;
}

/** A fact as it is stored: whole, at its scale. */
export interface Stored {
  readonly value: number;
  readonly scale: number;
}

export interface Measured {
  readonly id: string;
  /** Hundredths; nothing where the fact is not known. */
  readonly points: number;
  readonly isKnown: boolean;
}

const perUnit = 10_000n;

/** Points of one measure, cut after the last hundredth. Not known, or a share of nothing: none, and said so. */
export function measured(measure: Measure, of: (fact: string) => Stored | null): Measured {
  const { id, fact, per, zero, full, most } = measure;
  const value = per === null ? whole(of(fact)) : share(of(fact), of(per));
  if (value === null || zero === full) return { id, points: 0, isKnown: false };
  // (value − zero) ÷ (full − zero), as a fraction with a positive divisor.
  const sign = full > zero ? 1n : -1n;
  const above = (value.of * perUnit - BigInt(zero) * value.per) * sign;
  const below = value.per * BigInt(full - zero) * sign;
  if (above <= 0n) return { id, points: 0, isKnown: true };
  if (above >= below) return { id, points: most, isKnown: true };
  return { id, points: Number((above * BigInt(most)) / below), isKnown: true };
}

const whole = (stored: Stored | null): Points | null =>
  stored === null ? null : { of: BigInt(stored.value), per: BigInt(stored.scale) };

function share(part: Stored | null, all: Stored | null): Points | null {
  if (part === null || all === null || all.value <= 0) return null;
  return {
    of: BigInt(part.value) * BigInt(all.scale) * 100n,
    per: BigInt(all.value) * BigInt(part.scale),
  };
}

export const quantitativeMost = (measures: readonly Measure[]): number =>
  measures.reduce((sum, { most }) => sum + most, 0);

/** `3.25`, for hundredths. */
export const pointText = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/u, '');
export const pointsText = (points: Points): string => pointText(shownPoints(points));
