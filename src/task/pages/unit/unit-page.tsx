import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type OwedRowJson, overviewApi, type UnitOverviewJson } from '../../contract.ts';
import type { UnitSearch } from './address.ts';
import { owedColumns } from './owed-columns.tsx';
import '../list/tasks.css';
import '../parts/parts.css';
import './unit.css';

const own = getRouteApi('/my-unit');
const other = getRouteApi('/units/$unitId/tasks');
const panel = 'unit-owed';
const pageSize = 50;

/** What the own unit owes and is owed. */
export function MyUnitPage() {
  const unitId = useSession()?.post?.unitId ?? null;
  const search = own.useSearch();
  usePageTitle('我的任务');
  if (unitId === null)
    return (
      <Empty title="您现在没有以某个单位的岗位办事">
        <p>换一个岗位，就能看到这个单位的任务。</p>
      </Empty>
    );
  return <UnitView unitId={unitId} title="我的任务" search={search} />;
}

/** What any unit owes and is owed, as far as it is in sight. */
export function UnitPage() {
  const { unitId } = other.useParams();
  usePageTitle('单位的任务');
  return <UnitView unitId={unitId} title={null} search={other.useSearch()} />;
}

interface Props {
  readonly unitId: string;
  readonly title: string | null;
  readonly search: UnitSearch;
}

function UnitView({ unitId, title, search }: Props) {
  const read = useQuery(queryFor(overviewApi.readUnit, { params: { unitId } }));
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={8} />;
  const { unit, regionName, waits } = read.data;
  return (
    <div className="page task-page">
      <h1>{title === null ? `${unit.name}的任务` : title}</h1>
      <p className="pale">{title === null ? regionName : `${unit.name} · ${regionName}`}</p>
      <Facts overview={read.data} />
      {waits.length > 0 && (
        <section aria-labelledby="unit-waits">
          <h2 id="unit-waits">等着办的</h2>
          <div className="unit-waits">
            {waits.map((wait) => (
              <Wait key={wait.kind} wait={wait} />
            ))}
          </div>
        </section>
      )}
      <Owed unitId={unitId} search={search} overview={read.data} />
    </div>
  );
}

function Facts({ overview: { open, closed, theirs, lights, rate } }: { readonly overview: UnitOverviewJson }) {
  return (
    <div className="unit-facts">
      <div className="unit-fact">
        <h2>在办的责任</h2>
        <p>
          <strong>{open}</strong> 份
        </p>
        <p className="unit-lights">
          {lights.map(({ light, count }) => (
            <span key={light}>
              <Light colour={light} bare /> {count}
            </span>
          ))}
        </p>
      </div>
      <div className="unit-fact">
        <h2>已销号</h2>
        <p>
          <strong>{closed}</strong> 份
        </p>
      </div>
      <div className="unit-fact">
        <h2>别人欠我们的</h2>
        <p>
          <strong>{theirs}</strong> 份
        </p>
        <small>我们牵头、立项或分解下去的</small>
      </div>
      <div className="unit-fact">
        <h2>今年按时办结率</h2>
        <p>
          {rate.permille === null ? (
            <span className="pale">还没有到期的</span>
          ) : (
            <>
              <strong>{(rate.permille / 10).toFixed(1)}</strong> %
            </>
          )}
        </p>
        {rate.permille !== null && (
          <small>
            按时 {rate.onTime}，超期办结 {rate.late}，超期未办结 {rate.overdue}；牵头算两份
          </small>
        )}
      </div>
    </div>
  );
}

function Wait({ wait }: { readonly wait: UnitOverviewJson['waits'][number] }) {
  return (
    <div className="unit-wait">
      <h3>
        <span>{wait.title}</span>
        <span>{wait.count} 件</span>
      </h3>
      <ul>
        {wait.rows.map(({ taskId, title, words, dueOn }) => (
          <li key={`${taskId} ${words}`}>
            <Link to="/tasks/$taskId" params={{ taskId }} title={words === '' ? title : `${title}：${words}`}>
              {title}
            </Link>
            <small>{dueOn ?? words}</small>
          </li>
        ))}
      </ul>
      {wait.count > wait.rows.length && <small>还有 {wait.count - wait.rows.length} 件</small>}
    </div>
  );
}

function Owed({ unitId, search, overview }: Omit<Props, 'title'> & { readonly overview: UnitOverviewJson }) {
  const navigate = useNavigate();
  const side = search.side ?? 'owes';
  const state = search.state ?? 'open';
  const { page = 1 } = search;
  const go = (next: UnitSearch): void => void navigate({ to: '.', search: next as never, resetScroll: false });
  const owed = useQuery({
    ...queryFor(overviewApi.listOwed, { params: { unitId }, query: { side, state, page, pageSize } }),
    placeholderData: keepPreviousData,
  });
  const keep = (next: UnitSearch['side'], closed: UnitSearch['state'], at = 1): UnitSearch => ({
    ...(next !== undefined && { side: next }),
    ...(closed !== undefined && { state: closed }),
    ...(at > 1 && { page: at }),
  });
  return (
    <>
      <div className="unit-bar">
        <Tabs
          label="谁欠谁"
          tabs={[
            { key: 'owes', title: '我们欠的', count: overview.open },
            { key: 'theirs', title: '别人欠我们的', count: overview.theirs },
          ]}
          chosen={side}
          panel={panel}
          onChoose={(key) => go(keep(key === 'theirs' ? 'theirs' : undefined, search.state))}
        />
        <Segmented
          aria-label="在办还是办结"
          value={state}
          options={[
            { value: 'open', label: '在办' },
            { value: 'closed', label: '已销号' },
          ]}
          onChange={(value) => go(keep(search.side, value === 'closed' ? 'closed' : undefined))}
        />
      </div>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${side}`}>
        <List<OwedRowJson>
          label={side === 'owes' ? '本单位的责任' : '别人欠本单位的'}
          rows={owed.data?.rows}
          error={owed.error}
          onRetry={() => void owed.refetch()}
          columns={owedColumns(side)}
          keyOf={({ taskId, dutyId }) => `${taskId} ${dutyId}`}
          nameOf={({ title }) => title}
          onOpen={({ taskId }) => void navigate({ to: '/tasks/$taskId', params: { taskId } })}
          empty={
            <Empty title={state === 'closed' ? '还没有销号的' : side === 'owes' ? '没有欠着的任务' : '没有别人欠着的'}>
              <p>
                {side === 'owes' ? '任务下达以后，会按时限排在这里。' : '本单位牵头、立项或分解下去的，会排在这里。'}
              </p>
            </Empty>
          }
          {...(owed.data && {
            paging: {
              ...{ page, pageSize, total: owed.data.total },
              onPage: (next: number) => go(keep(search.side, search.state, next)),
            },
          })}
        />
      </div>
    </>
  );
}
