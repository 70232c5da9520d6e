import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { policyApi } from '../../contract.ts';
import { DayField } from '../wording/day-field.tsx';
import { TrialForm } from './trial-form.tsx';
import '../wording/policy.css';
import './sandbox.css';

const route = getRouteApi('/sandbox');

/** What a change would cost and whom it would touch, before anybody signs it. */
export function SandboxPage() {
  usePageTitle('试算');
  const { policy, on } = route.useSearch();
  const navigate = route.useNavigate();
  const policies = useQuery(queryFor(policyApi.listDocuments, { query: { pageSize: 200, sort: 'title' } }));
  const asked = on === undefined ? {} : { on };
  const chosen = policy ?? policies.data?.rows[0]?.id;
  const figures = useQuery({
    ...queryFor(policyApi.readFigures, { params: { policyId: chosen ?? '' }, query: asked }),
    enabled: chosen !== undefined,
  });
  if (policies.error && policies.data === undefined)
    return <Failure error={policies.error} onRetry={() => void policies.refetch()} />;
  if (policies.data === undefined) return <Waiting lines={8} />;
  if (policies.data.rows.length === 0)
    return (
      <Empty title="还没有政策可以试算">
        <p>政策资料包放进 packs 目录，重启服务以后就有了。</p>
      </Empty>
    );
  return (
    <div className="page policy-page try-page">
      <div className="policy-head">
        <h1>试算</h1>
        <span className="policy-buttons try-choose">
          <label htmlFor="try-policy">政策</label>
          <select
            id="try-policy"
            value={chosen}
            onChange={({ target }) => void navigate({ search: { ...asked, policy: target.value }, replace: true })}
          >
            {policies.data.rows.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <DayField
            day={on}
            onDay={(day) =>
              void navigate({
                search: { ...(policy !== undefined && { policy }), ...(day !== undefined && { on: day }) },
                replace: true,
              })
            }
          />
        </span>
      </div>
      <p className="policy-under">
        改几个数，看花多少钱、谁多得谁少得、谁在断崖边上、预算用到哪一天。现行的政策不会变。
      </p>
      {figures.error && <Failure error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data === undefined && !figures.error && <Waiting lines={8} />}
      {figures.data !== undefined && (
        <TrialForm key={`${figures.data.policyId} ${figures.data.on}`} figures={figures.data} />
      )}
    </div>
  );
}
