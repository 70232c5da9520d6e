import type { Day, Period } from '../../../kernel/index.ts';
import type { Snapshot } from '../../../task/domain/index.ts';
import type { BulletinKind } from '../kinds.ts';

/** A dispatch as it was frozen, with the fingerprint that vouches for it. */
export interface FrozenCycle {
  readonly cycleId: string;
  readonly title: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly digest: string;
  readonly snapshot: Snapshot;
}

/** Of an earlier dispatch what its deliverables came to: enough to draw their course, a fraction of the whole. */
export interface CourseCycle extends Omit<FrozenCycle, 'snapshot'> {
  readonly snapshot: Pick<Snapshot, 'cycle' | 'judgedOn'> & {
    readonly tasks: readonly Pick<Snapshot['tasks'][number], 'id' | 'title' | 'figures'>[];
  };
}

/** A figure of an indicator as it stood when the bulletin was composed. Figures are the value times 10^decimals. */
export interface ReadingFact {
  readonly indicatorId: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly period: Period;
  readonly regionId: string;
  readonly regionName: string;
  readonly chainId: string | null;
  readonly chainName: string | null;
  /** null: nobody reported it; that is not 0. */
  readonly value: number | null;
  /** Against the same time of the year before, in tenths of a percent; null where it cannot be compared. */
  readonly growthPermille: number | null;
  readonly target: {
    readonly id: string;
    readonly value: number;
    /** Reached of it, in tenths of a percent. */
    readonly reachedPermille: number | null;
    readonly light: 'red' | 'yellow' | 'blue' | 'green' | null;
  } | null;
  /** 初步、修订、最终, those that the figure is made of. */
  readonly vintages: readonly string[];
  readonly reportedBy: readonly string[];
  readonly approvedBy: readonly string[];
}

/** All that a bulletin is composed from, kept with it: the same facts give the same bulletin at any time. */
export interface BulletinFacts {
  readonly format: 'jingwei-bulletin-1';
  readonly kind: BulletinKind;
  readonly place: {
    readonly regionId: string;
    readonly regionName: string;
    readonly chainId: string | null;
    readonly chainName: string | null;
  };
  /** Whom a duty list or a letter is about. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly issuer: string;
  /** The paper that this one puts right, and why. */
  readonly correction: { readonly number: string | null; readonly title: string; readonly reason: string } | null;
  readonly frozenAt: string;
  /** By when a letter is to be answered. */
  readonly replyBy: Day | null;
  readonly current: FrozenCycle;
  readonly previous: FrozenCycle | null;
  readonly yearAgo: FrozenCycle | null;
  /** The earlier dispatches of the same kind and year, the oldest first; papers of before have none. */
  readonly course?: readonly CourseCycle[];
  readonly readings: readonly ReadingFact[];
}
