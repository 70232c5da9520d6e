export interface BarSeries {
  readonly name: string;
  /** Its look, 0 to 5; without it by its place, the strong one first. */
  readonly tone?: number;
}

export interface BarItem {
  readonly key: string;
  readonly name: string;
  /** One for each series; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly target?: number | null;
  /** Where its name leads. */
  readonly link?: string;
  /** Behind the figures: a state, a share. */
  readonly note?: string;
}

/** Bars that are shown before the rest is folded. */
export const usualMost = 60;

export interface Rest {
  /** What the rest is called: 其他. */
  readonly name: string;
  /** The values of the rest; sums are the caller's affair, since rates do not add up. */
  valuesOf(items: readonly BarItem[]): readonly (number | null)[];
}

/** The bars that are drawn, and those that are not: folded into one only when the caller says what they come to. */
export function folded(
  items: readonly BarItem[],
  most: number,
  rest: Rest | undefined,
): { readonly shown: readonly BarItem[]; readonly left: number } {
  if (items.length <= most) return { shown: items, left: 0 };
  if (rest === undefined) return { shown: items.slice(0, most), left: items.length - most };
  const others = items.slice(most - 1);
  const other: BarItem = {
    key: '\u0000rest',
    name: `${rest.name}（${others.length} 项）`,
    values: rest.valuesOf(others),
  };
  return { shown: [...items.slice(0, most - 1), other], left: 0 };
}

export const toneOfSeries = (series: readonly BarSeries[], at: number): number => series[at]?.tone ?? at + 1;

/** The figures behind a bar when parts are put onto each other: what is above 0 and what is below add up apart. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
