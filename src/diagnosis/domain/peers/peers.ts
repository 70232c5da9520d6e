/** A checked result with what it is compared by. Scores are hundredths. */
export interface Peer {
  readonly enterpriseId: string;
  readonly industry: string | null;
  readonly region: string;
  readonly scale: string | null;
  readonly score: number;
}

export type PeerSide = 'industry' | 'region' | 'scale';

export interface PeerPlace {
  /** By what the group is alike: the closest that is large enough. */
  readonly alike: readonly PeerSide[];
  /** How many others. */
  readonly others: number;
  /** Of a hundred others, how many have less; those with the same count half. Whole, rounded down. */
  readonly below: number;
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
    return { alike, others: group.length, below: Math.floor(((2 * less + same) * 50) / group.length) };
  }
  return null;
}
