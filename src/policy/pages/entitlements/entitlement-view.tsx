import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { EntitlementViewProps } from '../../../../platform/web/shell/entitlement-view.ts';
import { type OfferJson, policyApi } from '../../contract.ts';
import { FactTable } from '../../domain/check/facts.ts';
import { entitlementOf } from '../../domain/entitlement/entitlement.ts';
import { knownOf } from './answers.ts';
import { askedOn } from './asked.ts';
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

function Drawn({ offer, values, on: asked }: EntitlementViewProps & { readonly offer: OfferJson }) {
  const on = asked ?? offer.on;
  const facts = useMemo(() => new FactTable(offer.facts), [offer]);
  const { asked: policies, resting } = useMemo(() => askedOn(offer, facts, on, 'firm'), [offer, facts, on]);
  const entitlement = useMemo(() => {
    const known = knownOf({ audience: 'firm', on, values }, facts);
    return entitlementOf(policies, known);
  }, [policies, values, facts, on]);
  if (policies.length === 0) return <p>{on} 没有给企业的政策在施行。</p>;
  return (
    <div className="ask-given">
      <Totals entitlement={entitlement} />
      <Outcome entitlement={entitlement} asked={policies} resting={resting} facts={facts} on={on} />
    </div>
  );
}
