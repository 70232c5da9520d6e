import { permille, type UnitRate } from './rate.ts';

/** A place in the ranking; null for a unit of which nothing was due. Equal rates share a place, and the next is left out. */
export interface Ranked extends UnitRate {
  readonly place: number | null;
  readonly permille: number | null;
}

/**
 * Ranks by rate, compared as fractions and never by what they are rounded to. Who shares a place stands in the order of
 * unit ids, and units without a rate come last.
 */
export function rank(rates: readonly UnitRate[]): Ranked[] {
  const order = (a: UnitRate, b: UnitRate): number => {
    if (a.of === 0 || b.of === 0) return Number(a.of === 0) - Number(b.of === 0);
    return b.won * a.of - a.won * b.of;
  };
  const sorted = [...rates].sort((a, b) => order(a, b) || ((a.unit.id ?? '') < (b.unit.id ?? '') ? -1 : 1));
  let place = 0;
  return sorted.map((rate, at) => {
    const before = sorted[at - 1];
    if (before === undefined || order(before, rate) !== 0) place = at + 1;
    return { ...rate, place: rate.of === 0 ? null : place, permille: permille(rate) };
  });
}
