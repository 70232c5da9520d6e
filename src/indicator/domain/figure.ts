import type { Definition } from './definition.ts';

export type Vintage = 'preliminary' | 'revised' | 'final';
/** `part`: rolls up; `own`: of a node over others, set beside the sum of its parts. */
export type Role = 'part' | 'own';

/** What a figure is of. The same key holds one current figure. */
export interface FigureKey {
  readonly indicatorId: string;
  readonly period: string;
  readonly unitId: string;
  /** '' when it is the unit's own. */
  readonly enterpriseId: string;
  /** '' for none. */
  readonly chainId: string;
  readonly role: Role;
}

/** A figure as it is saved: a whole number, the value times 10^decimals; null: there is none, and `reason` says why. */
export interface Figure {
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
}

/** What changes in the sums of one indicator when a figure changes. */
export interface Difference {
  readonly indicatorId: string;
  readonly total: bigint;
  readonly figures: number;
  /** Enterprises. */
  readonly firms: number;
  /** Figures of these vintages; the others are preliminary. */
  readonly revised: number;
  readonly final: number;
}

/**
 * What a saved figure changes in the roll-up: in its own indicator's sum, and in the counts of enterprises that look at it.
 * `before`: null when there was none. An `own` figure changes nothing.
 */
export function differencesOf(
  key: FigureKey,
  before: Figure | null,
  after: Figure | null,
  counts: readonly Definition[],
): Difference[] {
  if (key.role === 'own') return [];
  const isFirm = key.enterpriseId !== '';
  const [old, next] = [before?.value ?? null, after?.value ?? null];
  const weighed = (figure: Figure | null) => weigh(figure?.value ?? null, isFirm, figure?.vintage);
  const own = differenceOf(key.indicatorId, weighed(before), weighed(after));
  const counted = counts.map(({ id, of }) => {
    if (of.kind !== 'count' || of.of !== key.indicatorId || !isFirm) return null;
    const meets = (value: number | null, figure: Figure | null) =>
      value !== null && compare[of.op](value, of.value) ? weigh(1, true, figure?.vintage) : nothing;
    return differenceOf(id, meets(old, before), meets(next, after));
  });
  return [own, ...counted].filter((each) => each !== null);
}

type Weight = Omit<Difference, 'indicatorId'>;
const nothing: Weight = { total: 0n, figures: 0, firms: 0, revised: 0, final: 0 };
const weigh = (value: number | null, isFirm: boolean, vintage: Vintage | undefined): Weight =>
  value === null
    ? nothing
    : {
        ...{ total: BigInt(value), figures: 1, firms: isFirm ? 1 : 0 },
        ...{ revised: vintage === 'revised' ? 1 : 0, final: vintage === 'final' ? 1 : 0 },
      };

function differenceOf(indicatorId: string, before: Weight, after: Weight): Difference | null {
  const difference = {
    total: after.total - before.total,
    figures: after.figures - before.figures,
    firms: after.firms - before.firms,
    revised: after.revised - before.revised,
    final: after.final - before.final,
  };
  const { total, ...counts } = difference;
  return total === 0n && Object.values(counts).every((count) => count === 0) ? null : { indicatorId, ...difference };
}

const compare: Readonly<Record<'>' | '>=' | '<' | '<=' | '=', (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
};
