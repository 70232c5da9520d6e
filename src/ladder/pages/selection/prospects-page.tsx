import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { selectionApi } from '../../contract.ts';
import { Prospects } from './parts/prospects.tsx';
import './parts/selection.css';

const route = getRouteApi('/enterprises/$enterpriseId/selections');

/** What an enterprise may apply for, and what became of what it applied for. */
export function ProspectsPage() {
  const { enterpriseId } = route.useParams();
  const prospects = useQuery(queryFor(selectionApi.readProspects, { params: { enterpriseId } }));
  usePageTitle('申报遴选');
  if (prospects.error && prospects.data === undefined)
    return <Failure error={prospects.error} onRetry={() => void prospects.refetch()} />;
  if (prospects.data === undefined) return <Waiting lines={6} />;
  return (
    <article className="page">
      <p className="page-back">
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }}>
          企业档案
        </Link>
      </p>
      <h1>{prospects.data.enterprise.name}申报遴选</h1>
      <Prospects prospects={prospects.data} />
    </article>
  );
}
