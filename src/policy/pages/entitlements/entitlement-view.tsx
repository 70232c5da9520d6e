import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { EntitlementViewProps } from '../../../../platform/web/shell/entitlement-view.ts';
import { type OfferJson, policyApi } from '../../contract.ts';
import { FactTable } from '../../domain/check/facts.ts';
import { type Entitlement, entitlementOf } from '../../domain/entitlement/entitlement.ts';
import { knownOf } from './answers.ts';
import { type AskedPolicy, askedOn } from './asked.ts';
import { Outcome, Totals } from './outcome.tsx';
import './entitlements.css';

/** What an enterprise can get by what is registered of it, with the nearest way to what it cannot get yet. */
export function EntitlementView(props: EntitlementViewProps) {
  const offer = useQuery(queryFor(policyApi.readOffer, {}));
  if (offer.error && offer.data === undefined)
    return <Failure error={offer.error} onRetry={() => void offer.refetch()} />;
  if (offer.data === undefined) return <Waiting lines={6} />;
  return <Drawn offer={offer.data} {...props} />;
}

function Drawn({ offer, values, on: asked, asking, had }: EntitlementViewProps & { readonly offer: OfferJson }) {
  const on = asked ?? offer.on;
  const facts = useMemo(() => new FactTable(offer.facts), [offer]);
  const { asked: policies, resting } = useMemo(() => askedOn(offer, facts, on, 'firm'), [offer, facts, on]);
  const entitlement = useMemo(() => {
    const known = knownOf({ audience: 'firm', on, values }, facts);
    return entitlementOf(policies, known);
  }, [policies, values, facts, on]);
  if (policies.length === 0) return <p>{on} 没有给企业的政策在施行。</p>;
  if (asking !== undefined) {
    const part = asksFor(entitlement, policies, new Set(asking.map((id) => facts.numberOf(id) ?? -1)));
    if (part.entitlement.clauses.length === 0) return <p>{on} 施行的政策里，没有看这一项的条款。</p>;
    return <Outcome entitlement={part.entitlement} asked={part.asked} resting={[]} facts={facts} on={on} had={had} />;
  }
  return (
    <div className="ask-given">
      <Totals entitlement={entitlement} />
      <Outcome entitlement={entitlement} asked={policies} resting={resting} facts={facts} on={on} had={had} />
    </div>
  );
}

/** The clauses that ask for some facts, as they stand beside all others: of a group the highest may be another. */
function asksFor(
  entitlement: Entitlement,
  policies: readonly AskedPolicy[],
  wanted: ReadonlySet<number>,
): { readonly entitlement: Entitlement; readonly asked: readonly AskedPolicy[] } {
  const clauses = entitlement.clauses.filter(({ clause }) => clause.facts.some((fact) => wanted.has(fact)));
  const own = new Set(clauses.map(({ policy }) => policy));
  const excluded = entitlement.excluded.filter(({ policy }) => own.has(policy));
  return {
    entitlement: { ...entitlement, clauses, excluded },
    asked: policies.filter(({ policy }) => own.has(policy)),
  };
}
