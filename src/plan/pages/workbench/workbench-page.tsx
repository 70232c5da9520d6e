import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { planApi } from '../../contract.ts';
import { Bench } from './bench.tsx';
import { DiscardedPlan } from './discarded-plan.tsx';
import { useVersion } from './use-version.ts';

const route = getRouteApi('/plans/$planId');

/** One plan: the document beside its structure. The draft when there is one, else the latest edition. */
export function WorkbenchPage() {
  const { planId } = route.useParams();
  const { edition, at } = route.useSearch();
  const plan = useQuery(queryFor(planApi.readPlan, { params: { planId } }));
  const wanted = edition ?? (plan.data?.draft === null ? plan.data.latestEdition : 'draft');
  const version = useVersion(planId, plan.data === undefined && edition === undefined ? undefined : wanted);

  if (plan.error && !plan.data) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  if (plan.data !== undefined && wanted === null) return <DiscardedPlan plan={plan.data} />;
  if (version.error && !version.data) return <Failure error={version.error} onRetry={() => void version.refetch()} />;
  if (plan.data === undefined || version.data === undefined) return <Waiting lines={12} />;
  return <Bench key={`${planId} ${wanted}`} plan={plan.data} version={version.data} at={at ?? null} />;
}
