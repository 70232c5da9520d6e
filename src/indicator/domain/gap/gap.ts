import { type Fraction, fraction } from '../number/fraction.ts';

/** A cell of the matrix, chain × region, against what is expected of it by now. */
export interface GapCell {
  readonly chainId: string;
  readonly regionId: string;
  /** Whole numbers, as figures are kept; null: no target, or nothing reported. */
  readonly expected: bigint | null;
  readonly actual: bigint | null;
}

export interface GapPart {
  readonly chainId: string;
  readonly regionId: string;
  /** How far behind, or ahead; above 0. */
  readonly amount: bigint;
  /** Of all that are behind, or of all that are ahead. */
  readonly share: Fraction;
}

/** Which cells make the gap. */
export interface GapExplained {
  /** Shortfall less surplus: how far the whole is behind; below 0: ahead. */
  readonly gap: bigint;
  /** What the cells that are behind lack together, and what those ahead have over. */
  readonly shortfall: bigint;
  readonly surplus: bigint;
  /** The cells that lack most, and what they and the other cells behind explain. */
  readonly behind: readonly GapPart[];
  /** Share of the shortfall that `behind` explains; null when nothing lacks. */
  readonly explained: Fraction | null;
  /** Cells behind that are not listed, and what they lack. */
  readonly others: { readonly cells: number; readonly amount: bigint };
  /** The cells that offset most; never mixed with those behind. */
  readonly offsetting: readonly GapPart[];
  /** Cells that cannot be compared: the gap is without them. */
  readonly unknown: readonly Pick<GapCell, 'chainId' | 'regionId'>[];
}

/**
 * The `k` cells that lack most of what is expected, those that offset it apart. Of equal ones the earlier comes first.
 * `isCeiling`: less is better, so that what is over the expected lacks. Cells must not contain one another.
 */
export function explainGap(cells: readonly GapCell[], k: number, isCeiling = false): GapExplained {
  const behind: Weighed[] = [];
  const ahead: Weighed[] = [];
  const unknown: GapCell[] = [];
  for (const cell of cells) {
    if (cell.expected === null || cell.actual === null) unknown.push(cell);
    else {
      const lacks = isCeiling ? cell.actual - cell.expected : cell.expected - cell.actual;
      if (lacks > 0n) behind.push({ cell, amount: lacks });
      if (lacks < 0n) ahead.push({ cell, amount: -lacks });
    }
  }
  const [shortfall, surplus] = [sumOf(behind), sumOf(ahead)];
  const listed = greatest(behind, k);
  const told = sumOf(listed);
  return {
    ...{ gap: shortfall - surplus, shortfall, surplus },
    behind: listed.map((each) => partOf(each, shortfall)),
    explained: shortfall === 0n ? null : fraction(told, shortfall),
    others: { cells: behind.length - listed.length, amount: shortfall - told },
    offsetting: greatest(ahead, k).map((each) => partOf(each, surplus)),
    unknown: unknown.map(({ chainId, regionId }) => ({ chainId, regionId })),
  };
}

interface Weighed {
  readonly cell: GapCell;
  readonly amount: bigint;
}

const sumOf = (all: readonly Weighed[]): bigint => all.reduce((sum, { amount }) => sum + amount, 0n);
/** Sorting is stable: equal ones stay in the order given. */
const greatest = (all: readonly Weighed[], k: number): Weighed[] =>
  all.toSorted((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0)).slice(0, k);
const partOf = ({ cell, amount }: Weighed, whole: bigint): GapPart => ({
  ...{ chainId: cell.chainId, regionId: cell.regionId, amount },
  share: fraction(amount, whole),
});
