import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { enterpriseApi } from '../../contract.ts';
import { EnterpriseFile } from '../file/enterprise-file.tsx';
import { enterpriseQuery } from '../parts/use-enterprise.ts';
import '../parts/enterprise.css';

const route = getRouteApi('/my-enterprise');

/** The enterprise's own page: the same file, with what is asked of it first. */
export function OwnPage() {
  const { asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const own = useQuery(queryFor(enterpriseApi.readOwn, {}));
  const id = own.data?.id ?? null;
  const enterprise = useQuery({ ...enterpriseQuery(id ?? '', asOf), enabled: id !== null });
  usePageTitle('本企业');
  const error = own.error ?? enterprise.error;
  if (error && enterprise.data === undefined)
    return <Failure error={error} onRetry={() => void (own.error ? own : enterprise).refetch()} />;
  if (own.data !== undefined && id === null)
    return (
      <article className="page">
        <h1>本企业</h1>
        <Empty title="还没有本企业的档案">
          <p>请所在地的工业和信息化部门登记，并把账号单位写成您的单位。</p>
        </Empty>
      </article>
    );
  if (enterprise.data === undefined) return <Waiting lines={12} />;
  return (
    <article className="page">
      <EnterpriseFile
        key={enterprise.data.id}
        enterprise={enterprise.data}
        own
        onAsOf={(day) => void navigate({ search: day === null ? {} : { asOf: day } })}
      />
    </article>
  );
}
