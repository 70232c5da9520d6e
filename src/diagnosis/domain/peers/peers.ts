/** A checked result with what it is compared by. Scores are hundredths. */
export interface Peer {
  readonly enterpriseId: string;
  readonly industry: string | null;
  readonly region: string;
  readonly scale: string | null;
  readonly score: number;
  /** By side: of what it counts for, how much was reached, in hundredths of a percent. */
  readonly shares: ReadonlyMap<string, number>;
}

export type PeerSide = 'industry' | 'region' | 'scale';

export interface PeerPlace {
  /** By what the group is alike: the closest that is large enough. */
  readonly alike: readonly PeerSide[];
  /** How many others. */
  readonly others: number;
  /** Of a hundred others, how many have less; those with the same count half. Whole, rounded down. */
  readonly below: number;
  /** By side: what the others reach on the average, in whole percent, rounded down. */
  readonly shares: ReadonlyMap<string, number>;
}

const widening: readonly (readonly PeerSide[])[] = [
  ['industry', 'region', 'scale'],
  ['industry', 'region'],
  ['industry', 'scale'],
  ['industry'],
  ['region', 'scale'],
  ['region'],
];

/**
 * Where a result stands among others. Only one group is told of, the closest that has at least `least` others: two groups, one
 * inside the other, would tell of those between them. Null: every group is too small.
 */
export function peerPlace(own: Peer, all: readonly Peer[], least: number): PeerPlace | null {
  const others = all.filter(({ enterpriseId }) => enterpriseId !== own.enterpriseId);
  for (const alike of widening) {
    const group = others.filter((other) => alike.every((side) => own[side] !== null && other[side] === own[side]));
    if (group.length < least) continue;
    const less = group.filter(({ score }) => score < own.score).length;
    const same = group.filter(({ score }) => score === own.score).length;
    const below = Math.floor(((2 * less + same) * 50) / group.length);
    return { alike, others: group.length, below, shares: averages(own, group, least) };
  }
  return null;
}

/** Of the sides that the result itself has; one that too few of the others have is left out. */
function averages(own: Peer, group: readonly Peer[], least: number): ReadonlyMap<string, number> {
  const all = [...own.shares.keys()].flatMap((side): [string, number][] => {
    const shares = group.flatMap(({ shares: of }) => of.get(side) ?? []);
    if (shares.length < least) return [];
    return [[side, Math.floor(shares.reduce((sum, share) => sum + share, 0) / (100 * shares.length))]];
  });
  return new Map(all);
}

/** Hundredths of a percent; of nothing, nothing is known. */
export const sharesOf = (
  sides: readonly { readonly id: string; readonly got: number; readonly worth: number }[],
): ReadonlyMap<string, number> =>
  new Map(
    sides.flatMap(({ id, got, worth }) => (worth > 0 ? [[id, Math.floor((got * 10_000) / worth)] as const] : [])),
  );
