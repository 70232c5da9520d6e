import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { planApi } from '../../../../plan/contract.ts';
import '../targets.css';

const route = getRouteApi('/targets/load');
const pageSize = 50;

interface PlanRow {
  readonly id: string;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly regionName: string | null;
  readonly latestEdition: number | null;
  readonly fileName: string;
}

/** The published plans that targets can be loaded from. */
export function LoadPlansPage() {
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('从方案载入目标');
  const filter = JSON.stringify({ status: { in: ['published', 'revising'] } });
  const plans = useQuery({
    ...queryFor(planApi.listPlans, { query: { filter, page, pageSize } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page target-page">
      <h1>从方案载入目标</h1>
      <p className="pale">选一个已经发布的方案，逐行核对它的指标和目标表，再载入。</p>
      <List<PlanRow>
        label="已发布的方案"
        rows={plans.data?.plans}
        error={plans.error}
        onRetry={() => void plans.refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ title, fileName }) => title ?? fileName}
        onOpen={({ id }) => void navigate({ to: '/targets/load/$planId', params: { planId: id }, search: {} })}
        empty={
          <Empty title="没有已发布的方案">
            <p>方案核定并发布以后，会出现在这里。</p>
          </Empty>
        }
        {...(plans.data && {
          paging: {
            ...{ page, pageSize, total: plans.data.total, capped: plans.data.capped },
            onPage: (next: number) => void navigate({ search: next === 1 ? {} : { page: next } }),
          },
        })}
      />
    </div>
  );
}

const columns: readonly Column<PlanRow>[] = [
  {
    ...{ key: 'title', title: '方案', width: 'minmax(260px, 2fr)', narrow: 'main' },
    render: ({ id, title, fileName }) => (
      <Link to="/targets/load/$planId" params={{ planId: id }} search={{}}>
        {title ?? fileName}
      </Link>
    ),
  },
  { key: 'docNumber', title: '文号', width: '180px', render: ({ docNumber }) => docNumber ?? '—' },
  { key: 'region', title: '地区', width: '120px', render: ({ regionName }) => regionName ?? '—' },
  {
    ...{ key: 'edition', title: '最新版次', width: '96px', align: 'end', narrow: 'figure' },
    render: ({ latestEdition }) => (latestEdition === null ? '—' : `第${latestEdition}版`),
  },
];
