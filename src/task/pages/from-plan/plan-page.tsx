import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { fromPlanApi, type PlannedItemJson, type PlanTasksJson } from '../../contract.ts';
import { itemTabNames, itemTabs } from './address.ts';
import { ItemDetail } from './item-detail.tsx';
import { PlanNames } from './names.tsx';
import { useItemActions } from './use-item-actions.ts';
import '../parts/parts.css';
import './origin.css';

const route = getRouteApi('/task-plans/$planId');
const panel = 'plan-items';

/** The tasks of a plan: settled by a person where there is doubt, made at once where there is none. */
export function PlanTasksPage() {
  const { planId } = route.useParams();
  const read = useQuery(queryFor(fromPlanApi.readTaskPlan, { params: { planId }, query: {} }));
  usePageTitle('从方案立项');
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={10} />;
  return <PlanItems plan={read.data} />;
}

function PlanItems({ plan }: { readonly plan: PlanTasksJson }) {
  const { show = 'all', item: current = null } = route.useSearch();
  const navigate = route.useNavigate();
  const actions = useItemActions(plan);
  const { counts } = plan;
  const rows = plan.items.filter(
    (item) => show === 'all' || (show === 'changed' ? item.changes.length > 0 : item.state === show),
  );
  const tabs = itemTabs
    .map((key) => ({ key, title: itemTabNames[key], count: key === 'all' ? plan.items.length : counts[key] }))
    .filter(({ key, count }) => key === 'all' || key === show || count > 0);
  return (
    <div className="page task-page">
      <h1>
        从方案立项：
        <Link to="/plans/$planId" params={{ planId: plan.planId }} search={{ edition: plan.edition }}>
          {plan.title}
        </Link>{' '}
        <small>第{plan.edition}版</small>
      </h1>
      <p className="origin-lead" aria-live="polite">
        共 {plan.items.length} 项，已立项 {counts.made} 项，{counts.open} 项有疑点，{counts.ready} 项可以直接立项
        {counts.changed > 0 && `，${counts.changed} 项新版说法不同`}。{!plan.may && '您的岗位只能看，不能立项。'}
      </p>
      {plan.may && <MakeReady plan={plan} makeReady={actions.makeReady} />}
      {plan.may && <PlanNames names={plan.names} onDecide={actions.decide} />}
      <Tabs
        label="按状态看"
        tabs={tabs}
        chosen={show}
        panel={panel}
        onChoose={(key) => void navigate({ search: key === 'all' ? {} : { show: key }, replace: true })}
      />
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${show}`}>
        <List<PlannedItemJson>
          label="方案的各项任务"
          rows={rows}
          columns={columns}
          keyOf={({ itemId }) => itemId}
          nameOf={({ title }) => title}
          current={current}
          onCurrent={({ itemId }) =>
            void navigate({ search: (before) => ({ ...before, item: itemId }), replace: true, resetScroll: false })
          }
          detail={(item) => (
            <ItemDetail
              key={`${item.itemId} ${item.state} ${item.changes.length}`}
              plan={plan}
              item={item}
              actions={actions}
            />
          )}
          empty={
            <Empty title="没有这样的任务">
              <p>换一个状态看看。</p>
            </Empty>
          }
        />
      </div>
    </div>
  );
}

function MakeReady({ plan, makeReady }: { readonly plan: PlanTasksJson; makeReady(send: boolean): Promise<void> }) {
  const [now, setNow] = useState(false);
  const make = useMutation({ mutationFn: () => makeReady(now) });
  const { ready } = plan.counts;
  return (
    <div className="origin-bar">
      <Button type="primary" disabled={ready === 0} loading={make.isPending} onClick={() => make.mutate()}>
        {ready === 0 ? '没有可以直接立项的' : `立项 ${ready} 项`}
      </Button>
      <Checkbox checked={now} disabled={ready === 0} onChange={({ target }) => setNow(target.checked)}>
        立项后马上下达
      </Checkbox>
      <Link to="/tasks">看全部任务</Link>
      {make.error !== null && <Refusals sentences={sentencesOf(make.error)} />}
    </div>
  );
}

const names = ({ duties }: PlannedItemJson, role: 'lead' | 'cooperating') =>
  duties.filter((duty) => duty.role === role);

const columns: readonly Column<PlannedItemJson>[] = [
  { key: 'place', title: '位置', width: '110px', narrow: 'off', render: ({ place }) => place },
  { ...{ key: 'title', title: '任务', width: 'minmax(240px, 2fr)', narrow: 'main' }, render: ({ title }) => title },
  {
    ...{ key: 'lead', title: '牵头单位', width: 'minmax(140px, 1fr)' },
    render: (item) =>
      names(item, 'lead').map(({ unitId, unitName }) => (
        <span key={unitName} className={unitId === null ? 'origin-unknown' : undefined}>
          {unitName}{' '}
        </span>
      )),
  },
  {
    ...{ key: 'helpers', title: '配合单位', width: 'minmax(120px, 1fr)' },
    render: (item) => {
      const all = names(item, 'cooperating');
      return all.length === 0
        ? '—'
        : all.length > 2
          ? `${all[0]?.unitName} 等 ${all.length} 个`
          : all.map(({ unitName }) => unitName).join('、');
    },
  },
  {
    ...{ key: 'dueOn', title: '时限', width: '112px' },
    render: (item) => {
      if (item.recurrences.length > 0 && item.duties.every(({ dueOn }) => dueOn === null)) return '常态';
      return item.duties.find(({ role }) => role === 'lead')?.dueOn ?? <span className="pale">没有</span>;
    },
  },
  {
    ...{ key: 'state', title: '状态', width: '150px', narrow: 'figure' },
    render: ({ state, task, doubts, changes }) => (
      <span>
        {task !== null && <Light colour={task.light} bare />} {itemTabNames[state]}
        {state === 'open' && <small className="pale"> {doubts.length} 处</small>}
        {changes.length > 0 && state === 'made' && <b className="origin-unknown"> 有变化</b>}
      </span>
    ),
  },
];
