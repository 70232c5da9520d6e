import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { enterpriseQuery } from '../parts/use-enterprise.ts';
import { EnterpriseFile } from './enterprise-file.tsx';

const route = getRouteApi('/enterprises/$enterpriseId');

/** The file of one enterprise, now or as it was on a day. */
export function EnterprisePage() {
  const { enterpriseId } = route.useParams();
  const { asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const enterprise = useQuery(enterpriseQuery(enterpriseId, asOf));
  usePageTitle(enterprise.data?.name ?? '企业');
  if (enterprise.error && enterprise.data === undefined)
    return <Failure error={enterprise.error} onRetry={() => void enterprise.refetch()} />;
  if (enterprise.data === undefined) return <Waiting lines={12} />;
  return (
    <article className="page">
      <p className="page-back">
        <Link to="/enterprises">企业名录</Link>
      </p>
      <EnterpriseFile
        key={enterpriseId}
        enterprise={enterprise.data}
        own={false}
        onAsOf={(day) => void navigate({ search: day === null ? {} : { asOf: day } })}
      />
    </article>
  );
}
