import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { fromPlanApi, type TaskPlanListJson } from '../../contract.ts';
import '../list/tasks.css';
import '../parts/parts.css';
import './origin.css';

const route = getRouteApi('/task-plans');
const pageSize = 50;
type PlanRow = TaskPlanListJson['plans'][number];

/** The published plans, with how many of their tasks became tasks. */
export function TaskPlansPage() {
  const { page = 1, text } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('从方案立项');
  const plans = useQuery({
    ...queryFor(fromPlanApi.listTaskPlans, { query: { page, pageSize, ...(text !== undefined && { text }) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page task-page">
      <h1>从方案立项</h1>
      <p className="origin-lead">选一个已经发布的方案，把它的任务核对清楚，立项、下达。出了新版，这里会列出变化。</p>
      <div className="origin-bar">
        <Input.Search
          allowClear
          defaultValue={text ?? ''}
          placeholder="方案名称或文号"
          aria-label="按名称或文号找方案"
          style={{ maxWidth: 320 }}
          maxLength={100}
          onSearch={(words) => void navigate({ search: words.trim() === '' ? {} : { text: words.trim() } })}
        />
      </div>
      <List<PlanRow>
        label="已发布的方案"
        rows={plans.data?.plans}
        error={plans.error}
        onRetry={() => void plans.refetch()}
        columns={columns}
        keyOf={({ planId }) => planId}
        nameOf={({ title }) => title}
        onOpen={({ planId }) => void navigate({ to: '/task-plans/$planId', params: { planId }, search: {} })}
        empty={
          text === undefined ? (
            <Empty title="没有带任务的已发布方案">
              <p>方案核定并发布以后，会出现在这里。</p>
            </Empty>
          ) : (
            <Empty title="没有找到这样的方案">
              <p>换几个字试试，或者清空查找的字。</p>
            </Empty>
          )
        }
        {...(plans.data && {
          paging: {
            ...{ page, pageSize, total: plans.data.total, capped: plans.data.capped },
            onPage: (next: number) =>
              void navigate({ search: { ...(text !== undefined && { text }), ...(next > 1 && { page: next }) } }),
          },
        })}
      />
    </div>
  );
}

const columns: readonly Column<PlanRow>[] = [
  {
    ...{ key: 'title', title: '方案', width: 'minmax(260px, 2fr)', narrow: 'main' },
    render: ({ planId, title, docNumber }) => (
      <span className="tasks-name">
        <Link to="/task-plans/$planId" params={{ planId }} search={{}}>
          {title}
        </Link>
        {docNumber !== null && <small> {docNumber}</small>}
      </span>
    ),
  },
  {
    ...{ key: 'place', title: '地区、产业链', width: 'minmax(120px, 1fr)' },
    render: ({ regionName, chainName }) => [regionName, chainName].filter((each) => each !== null).join(' · ') || '—',
  },
  { key: 'edition', title: '版次', width: '72px', align: 'end', render: ({ edition }) => `第${edition}版` },
  {
    ...{ key: 'made', title: '已立项（项）', width: '112px', align: 'end', narrow: 'figure' },
    render: ({ made, items }) => `${made} / ${items}`,
  },
  { key: 'sent', title: '已下达（项）', width: '104px', align: 'end', render: ({ sent }) => sent },
  { key: 'done', title: '已办结（项）', width: '104px', align: 'end', render: ({ done }) => done },
  {
    ...{ key: 'news', title: '要看的', width: 'minmax(150px, 1fr)' },
    render: ({ fresh, changed, gone }) => {
      const parts = [
        ...(fresh > 0 ? [`${fresh} 项没有立项`] : []),
        ...(changed > 0 ? [`${changed} 项有变化`] : []),
        ...(gone > 0 ? [`${gone} 项新版没有了`] : []),
      ];
      return parts.length === 0 ? <span className="pale">没有</span> : parts.join('，');
    },
  },
];
