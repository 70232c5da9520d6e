import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import type { Selection } from '../../../../platform/web/list/listing/selection.ts';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type TaskRowJson, taskFields, taskLabels, tasksApi } from '../../contract.ts';
import { BoardView } from '../board/board-view.tsx';
import { CalendarView } from '../calendar/calendar-view.tsx';
import { UnsentReports } from '../report/unsent.tsx';
import { TimelineView } from '../timeline/timeline-view.tsx';
import { beside, narrowedOf, sameSet, type TaskScope, type TasksSearch, type waitKinds } from './address.ts';
import { Counters } from './counters.tsx';
import { idsOf, mostSent, SendMany } from './send-many.tsx';
import { taskColumns } from './task-columns.tsx';
import { ViewSwitch } from './view-switch.tsx';
import './tasks.css';

const route = getRouteApi('/tasks');
const panel = 'tasks-panel';
const picks = { lead: 'unit', unit: 'unit', chain: 'chain', region: 'region' } as const;
const scopeNames: Readonly<Record<TaskScope, string>> = { mine: '我单位的', below: '分解下去的', all: '全部' };
const waitNames: Readonly<Record<(typeof waitKinds)[number], string>> = {
  ...{ sign: '待签收', report: '待报告', close: '待销号', extension: '待答复延期' },
  ...{ dispute: '有争议', letter: '待复函', help: '求助' },
};

/** Tasks in reach: narrowed once, seen as a list, a board, a time axis or a calendar. */
export function TasksPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [mayReport, maySubdivide] = [useMay('task.report'), useMay('task.subdivide')];
  const [mayDispatch, mayInstruct] = [useMay('task.dispatch'), useMay('task.instruct')];
  const [sending, setSending] = useState<readonly string[] | null>(null);
  usePageTitle('任务');
  const view = search.view ?? 'list';
  const scopes: readonly TaskScope[] = [
    ...(mayReport ? (['mine'] as const) : []),
    ...(maySubdivide ? (['below'] as const) : []),
    'all',
  ];
  // Who sends tasks looks at all of them, a unit at its own.
  const usual: TaskScope = mayDispatch ? 'all' : (scopes[0] ?? 'all');
  const scope = search.scope ?? usual;
  const put = (next: TasksSearch, replace = true): void => void navigate({ search: next, replace });
  const listing = useListing<TaskRowJson>({
    name: 'tasks',
    fields: taskFields,
    columns: taskColumns,
    labels: taskLabels,
    picks,
    search,
    onSearch: (next, replace) => put({ ...next, ...beside(search) }, replace),
  });
  const query = { ...listing.query, ...narrowedOf(search, scope) };
  const tasks = useQuery({
    ...queryFor(tasksApi.listTasks, { query }),
    placeholderData: keepPreviousData,
  });
  const asked = sameSet(search, scope);
  const sendTicked = async (selection: Selection): Promise<void> => {
    try {
      const ids = await idsOf(selection, query);
      if (ids.length > mostSent) notify(`一次最多下达 ${mostSent} 项，请分几次。`, { tone: 'bad' });
      else setSending(ids);
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
  };
  const fresh = async (): Promise<void> => {
    for (const endpoint of [tasksApi.listTasks, tasksApi.countTasks, tasksApi.taskBoard])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const open = (taskId: string): void => void navigate({ to: '/tasks/$taskId', params: { taskId } });
  return (
    <div className="page task-page">
      <header className="tasks-head">
        <h1>任务</h1>
        {mayInstruct && (
          <Link className="tasks-new" to="/tasks/new">
            新建任务
          </Link>
        )}
        <ViewSwitch
          view={view}
          onView={(next) => {
            const { view: _before, page: _page, ...others } = search;
            put(next === 'list' ? others : { ...others, view: next }, false);
          }}
        />
      </header>
      <UnsentReports />
      <Counters search={search} scope={scope} onSearch={put} />
      <Tabs
        label="看哪些"
        tabs={scopes.map((key) => ({ key, title: scopeNames[key] }))}
        chosen={scope}
        onChoose={(key) => {
          const { scope: _before, page: _page, ...others } = search;
          put(key === usual ? others : { ...others, scope: key }, false);
        }}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${scope}`}>
        {search.waits !== undefined && (
          <p className="tasks-waits">
            只看“{waitNames[search.waits]}”的。
            <Button
              type="link"
              onClick={() => {
                const { waits: _before, ...others } = search;
                put(others);
              }}
            >
              看全部
            </Button>
          </p>
        )}
        <Listing<TaskRowJson>
          listing={listing}
          label="任务"
          answer={tasks.data}
          error={tasks.error}
          onRetry={() => void tasks.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={({ id }) => open(id)}
          searchHint="任务、单位中的字"
          quick={['source']}
          exportAddress={(parts) =>
            addressFor(tasksApi.exportTasks, undefined, { ...parts, ...narrowedOf(search, scope) })
          }
          {...(mayDispatch && {
            actions: (selection: Selection) => (
              <Button type="primary" onClick={() => void sendTicked(selection)}>
                下达选中的
              </Button>
            ),
          })}
          empty={<Nothing scope={scope} />}
          {...(view === 'board' && {
            instead: (
              <BoardView
                asked={asked}
                by={search.by ?? 'light'}
                onBy={(by) => {
                  const { by: _before, ...others } = search;
                  put(by === 'light' ? others : { ...others, by });
                }}
                onColumn={(filter) => {
                  const { view: _board, page: _page, ...others } = search;
                  put({ ...others, filter: { ...search.filter, ...filter } }, false);
                }}
              />
            ),
          })}
          {...(view === 'timeline' && {
            instead: (
              <TimelineView
                asked={asked}
                sort={search.sort}
                zoom={search.zoom ?? 'month'}
                onZoom={(zoom) => {
                  const { zoom: _before, ...others } = search;
                  put(zoom === 'month' ? others : { ...others, zoom });
                }}
              />
            ),
          })}
          {...(view === 'calendar' && {
            instead: <CalendarView asked={asked} month={search.month} onMonth={(month) => put({ ...search, month })} />,
          })}
        />
      </div>
      {sending !== null && (
        <SendMany
          taskIds={sending}
          onSent={() => {
            listing.select({ kind: 'some', ids: new Set() });
            void fresh();
          }}
          onClose={() => setSending(null)}
        />
      )}
    </div>
  );
}

const Nothing = ({ scope }: { readonly scope: TaskScope }) =>
  scope === 'mine' ? (
    <Empty title="没有本单位的任务">
      <p>任务下达到本单位以后会出现在这里，工作台上也有待办。</p>
    </Empty>
  ) : scope === 'below' ? (
    <Empty title="没有分解下去的任务">
      <p>打开本单位牵头的任务，可以分解给下级单位。</p>
    </Empty>
  ) : (
    <Empty title="还没有任务">
      <p>
        任务<Link to="/task-plans">从已发布的方案立项</Link>，也可以由领导交办、会议议定或者按上级文件新建。
      </p>
    </Empty>
  );
