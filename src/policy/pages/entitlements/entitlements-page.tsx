import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { policyApi } from '../../contract.ts';
import { FactTable } from '../../domain/check/facts.ts';
import { Asking } from './asking.tsx';
import './entitlements.css';

/** What can I get: for enterprises and people, known here or not. All that is answered is worked out in this browser. */
export function EntitlementsPage() {
  usePageTitle('我能拿什么');
  const offer = useQuery(queryFor(policyApi.readOffer, {}));
  const facts = useMemo(() => (offer.data === undefined ? null : new FactTable(offer.data.facts)), [offer.data]);
  if (offer.error && offer.data === undefined)
    return <Failure error={offer.error} onRetry={() => void offer.refetch()} />;
  if (offer.data === undefined || facts === null) return <Waiting lines={8} />;
  return <Asking offer={offer.data} facts={facts} />;
}
