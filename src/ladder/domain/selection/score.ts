import type { Entry, SelectionScheme, Sheet } from './model.ts';

/** A fraction in hundredths of a point; `per` is positive. Nothing is rounded before it is shown. */
export interface Points {
  readonly of: bigint;
  readonly per: bigint;
}

export const comparePoints = (a: Points, b: Points): number => {
  const difference = a.of * b.per - b.of * a.per;
  return difference < 0n ? -1 : Number(difference > 0n);
};

export const wholePoints = (hundredths: number): Points => ({ of: BigInt(hundredths), per: 1n });

/** For screens: rounded half up to a hundredth. The order is by the fraction, never by this. */
export const shownPoints = ({ of, per }: Points): number => Number((of * 2n + per) / (per * 2n));

export interface Scored {
  readonly id: string;
  readonly quantitative: Points;
  readonly experts: Points;
  readonly total: Points;
  /** Mean of each item over the sheets that count. */
  readonly items: ReadonlyMap<string, Points>;
  /** Experts whose sheets were left out as the highest and the lowest. */
  readonly leftOut: readonly string[];
  /** The experts are further apart than the scheme allows: how far. */
  readonly apart: number | null;
}

const sumOf = (sheet: Sheet, scheme: SelectionScheme): number =>
  scheme.items.reduce((sum, { id }) => sum + (sheet.points[id] ?? 0), 0);

/**
 * The points of an entry: the reckoned part and the mean of its experts, each at its share of a hundred. Null while something
 * is missing: the reckoning, or a sheet of the panel.
 */
export function scored(entry: Entry, scheme: SelectionScheme): Scored | null {
  if (entry.quantitative === null || (scheme.expertShare > 0 && entry.sheets.length < scheme.panel)) return null;
  const byTotal = entry.sheets.toSorted(
    (a, b) => sumOf(a, scheme) - sumOf(b, scheme) || (a.expertId < b.expertId ? -1 : 1),
  );
  const counting = scheme.trimmed ? byTotal.slice(1, -1) : byTotal;
  const mean = (values: readonly number[]): Points =>
    values.length === 0
      ? wholePoints(0)
      : { of: BigInt(values.reduce((sum, each) => sum + each, 0)), per: BigInt(values.length) };
  const [lowest, highest] = [byTotal[0], byTotal.at(-1)];
  const apart = lowest === undefined || highest === undefined ? 0 : sumOf(highest, scheme) - sumOf(lowest, scheme);
  const quantitative = wholePoints(entry.quantitative);
  const experts = mean(counting.map((sheet) => sumOf(sheet, scheme)));
  return {
    id: entry.id,
    quantitative,
    experts,
    total: weighed(quantitative, experts, scheme),
    items: new Map(scheme.items.map(({ id }) => [id, mean(counting.map(({ points }) => points[id] ?? 0))])),
    leftOut: byTotal.filter((sheet) => !counting.includes(sheet)).map(({ expertId }) => expertId),
    apart: scheme.spread !== null && apart > scheme.spread ? apart : null,
  };
}

/** Each part brought to a hundred points, times its share. */
function weighed(quantitative: Points, experts: Points, scheme: SelectionScheme): Points {
  const parts = [
    { points: quantitative, most: scheme.quantitativeMost, share: scheme.quantitativeShare },
    { points: experts, most: scheme.items.reduce((sum, { most }) => sum + most, 0), share: scheme.expertShare },
  ];
  return parts
    .filter(({ most }) => most > 0)
    .map(({ points, most, share }) => ({ of: points.of * BigInt(share) * 100n, per: points.per * BigInt(most) }))
    .reduce((a, b) => ({ of: a.of * b.per + b.of * a.per, per: a.per * b.per }), wholePoints(0));
}
