import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import { type DiffJson, type PlanDetailJson, planApi } from '../../contract.ts';
import { diffColumns } from './diff-columns.tsx';
import { HeadChanges } from './head-changes.tsx';
import './diff.css';

const route = getRouteApi('/plans/$planId/diff');
type Line = DiffJson['items'][number];

const keyOf = ({ from, to, kind }: Line): string => `${kind} ${from?.id ?? ''} ${to?.id ?? ''}`;
const nameOf = (line: Line): string => line.to?.id ?? line.from?.id ?? '';
const kinds = { added: '新增', removed: '删去', changed: '改动', moved: '移位' } as const;

/** What is different between two editions, item by item. */
export function DiffPage() {
  const { planId } = route.useParams();
  const search = route.useSearch();
  const plan = useQuery(queryFor(planApi.readPlan, { params: { planId } }));
  const numbers = (plan.data?.editions ?? []).map(({ number }) => number).sort((a, b) => a - b);
  const from = search.from ?? numbers.at(plan.data?.draft === null ? -2 : -1);
  const to = search.to ?? (plan.data?.draft === null ? numbers.at(-1) : undefined);
  const ready = plan.data !== undefined && from !== undefined;
  const diff = useQuery({
    ...queryFor(planApi.diffEditions, {
      params: { planId },
      query: { from: from ?? 1, ...(to !== undefined && { to }) },
    }),
    enabled: ready,
  });
  useEffect(() => {
    document.title = `比较各版 · ${plan.data?.title ?? ''} · 经纬`;
  }, [plan.data?.title]);

  if (plan.error) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <Waiting lines={10} />;
  return (
    <div className="diff">
      <p className="diff-way">
        <Link to="/plans">方案清单</Link> ›{' '}
        <Link to="/plans/$planId" params={{ planId }}>
          {plan.data.title ?? plan.data.fileName}
        </Link>
      </p>
      <h1>比较各版</h1>
      {ready ? <Sides plan={plan.data} from={from} to={to} /> : <Empty title="只有一版，没有可比的" />}
      {diff.error && <Failure error={diff.error} onRetry={() => void diff.refetch()} />}
      {ready && diff.isPending && <Waiting lines={10} />}
      {diff.data && <Changes diff={diff.data} />}
    </div>
  );
}

interface SidesProps {
  readonly plan: PlanDetailJson;
  readonly from: number;
  readonly to: number | undefined;
}

/** Which version is compared with which. */
function Sides({ plan, from, to }: SidesProps) {
  const navigate = route.useNavigate();
  const editions = plan.editions.map(({ number }) => ({ value: number, label: `第${number}版` }));
  const newer = [...editions, ...(plan.draft === null ? [] : [{ value: 0, label: '草案' }])];
  const go = (search: { from: number; to?: number }) => void navigate({ search, replace: true });
  return (
    <div className="diff-sides">
      <label htmlFor="diff-from">旧</label>
      <Select
        id="diff-from"
        value={from}
        options={editions}
        onChange={(value) => go({ from: value, ...(to !== undefined && { to }) })}
      />
      <span aria-hidden="true">→</span>
      <label htmlFor="diff-to">新</label>
      <Select
        id="diff-to"
        value={to ?? 0}
        options={newer}
        onChange={(value) => go({ from, ...(value > 0 && { to: value }) })}
      />
    </div>
  );
}

function Changes({ diff }: { readonly diff: DiffJson }) {
  const [shown, setShown] = useState<'all' | keyof typeof kinds>('all');
  const { counts } = diff;
  const total = diff.items.length;
  const options = [
    { value: 'all', label: `全部 ${total}` },
    ...(['added', 'removed', 'changed', 'moved'] as const).map((change) => ({
      value: change,
      label: `${kinds[change]} ${counts[change]}`,
    })),
  ];
  const rows = shown === 'all' ? diff.items : diff.items.filter(({ change }) => change === shown);
  return (
    <>
      <HeadChanges fields={diff.head} />
      <div className="diff-filter">
        <Segmented
          aria-label="变化"
          options={options}
          value={shown}
          onChange={(value) => setShown(value as typeof shown)}
        />
        <span>另有 {counts.same} 条没有变化</span>
      </div>
      <section className="diff-list" aria-label="逐条变化">
        <List
          label="变化的条目"
          rows={rows}
          columns={diffColumns}
          keyOf={keyOf}
          nameOf={nameOf}
          empty={<Empty title={total === 0 ? '两版的条目完全一样' : '没有这类变化'} />}
        />
      </section>
    </>
  );
}
