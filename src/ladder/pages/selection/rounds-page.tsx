import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type SelectionRoundJson, selectionApi } from '../../contract.ts';
import { roundStateNames } from '../../domain/selection/model.ts';
import { Removals } from './removals.tsx';
import { Reviews } from './reviews.tsx';
import './parts/selection.css';

const route = getRouteApi('/selection-rounds');
const panel = 'selection-view';

const columns: readonly Column<SelectionRoundJson>[] = [
  {
    ...{ key: 'name', title: '批次', width: 'minmax(220px, 2fr)', narrow: 'main' },
    render: ({ id, name }) => (
      <Link to="/selection-rounds/$roundId" params={{ roundId: id }}>
        {name}
      </Link>
    ),
    sortBy: ({ name }) => name,
  },
  {
    ...{ key: 'state', title: '状态', width: '110px', narrow: 'figure' },
    render: ({ state }) => roundStateNames[state],
    sortBy: ({ state }) => roundStateNames[state],
  },
  { key: 'title', title: '称号', width: 'minmax(140px, 1fr)', render: ({ titleKind }) => titleKind.name },
  { key: 'region', title: '地区', width: '110px', render: ({ region }) => region.name },
  { key: 'chain', title: '产业链', width: '120px', render: ({ chain }) => chain?.name ?? '—' },
  {
    ...{ key: 'applyTo', title: '申报截止', width: '116px', sortBy: ({ applyTo }: SelectionRoundJson) => applyTo },
    render: ({ applyTo }) => applyTo,
  },
  {
    ...{ key: 'applied', title: '申报（家）', width: '96px', align: 'end' as const },
    render: ({ applied }) => applied,
    sortBy: ({ applied }) => applied,
  },
  {
    ...{ key: 'chosen', title: '名单（家）', width: '96px', align: 'end' as const },
    render: ({ chosen, state }) => (state === 'publicity' || state === 'listed' ? chosen : '—'),
  },
];

/** Rounds of selection; for who runs them also the review of titles and those that are taken away. */
export function RoundsPage() {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRun = useMay('ladder.select');
  usePageTitle('遴选');
  const chosen = view === 'reviews' && !mayRun ? 'rounds' : (view ?? 'rounds');
  const tabs = [
    { key: 'rounds', title: '遴选批次' },
    ...(mayRun ? [{ key: 'reviews', title: '称号复核' }] : []),
    { key: 'removals', title: '动态退出' },
  ];
  return (
    <div className="page">
      <div className="page-head">
        <h1>遴选</h1>
        {mayRun && (
          <Link to="/selection-rounds/new" className="page-new">
            新建批次
          </Link>
        )}
      </div>
      <Tabs
        label="遴选"
        tabs={tabs}
        chosen={chosen}
        onChoose={(key) => void navigate({ search: key === 'rounds' ? {} : { view: key as 'reviews' } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${chosen}`}>
        {chosen === 'reviews' ? <Reviews /> : chosen === 'removals' ? <Removals /> : <Rounds />}
      </div>
    </div>
  );
}

function Rounds() {
  const navigate = route.useNavigate();
  const rounds = useQuery(queryFor(selectionApi.listRounds, {}));
  return (
    <List<SelectionRoundJson>
      label="遴选批次"
      rows={rounds.data?.rows}
      error={rounds.error}
      onRetry={() => void rounds.refetch()}
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: '/selection-rounds/$roundId', params: { roundId: id } })}
      empty={
        <Empty title="还没有遴选批次">
          <p>建一批，写明办法和期限，开始受理以后企业就能申报。</p>
        </Empty>
      }
    />
  );
}
