import { type Proposal, proposeGrowth, proposeRatio, proposeSum, type Receiver } from '../decompose/propose.ts';
import type { HandingNature } from './nature.ts';

/** By share of last year (growth and ratios alike for all), or the same for everybody. */
export type ProposeMethod = 'last-year' | 'even';

export type PartsProposal = Proposal | { readonly ok: false; readonly why: { readonly code: 'not-additive' } };

/** Proposes the parts of a target by its nature. Evenly: sums in equal parts, rates and ratios the same for all. */
export function proposeParts(
  method: ProposeMethod,
  nature: HandingNature,
  value: bigint,
  receivers: readonly Receiver[],
  unit: bigint,
): PartsProposal {
  if (nature === 'none') return { ok: false, why: { code: 'not-additive' } };
  if (method === 'last-year') {
    if (nature === 'growth') return proposeGrowth(value, receivers);
    return nature === 'ratio' ? proposeRatio(value, unit, receivers) : proposeSum(value, receivers);
  }
  if (nature === 'sum')
    return proposeSum(
      value,
      receivers.map((each) => ({ ...each, last: 1n })),
    );
  const parts = receivers.map(({ id, fixed }) => ({ id, value: fixed ?? value, level: fixed ?? value, share: null }));
  return { ok: true, method: nature === 'growth' ? 'same-rate' : 'same-factor', total: value, parts, without: [] };
}
