import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { Tabs } from '../../../../../platform/web/layout/tabs.tsx';
import { List } from '../../../../../platform/web/list/list.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { type DecideLinesJson, type LoadingJson, type ProposedLineJson, targetApi } from '../../../contract.ts';
import { lineStateNames, lineTabs } from './address.ts';
import { Gone } from './gone.tsx';
import { LineForm } from './line-form.tsx';
import { lineColumns } from './lines.tsx';
import '../targets.css';

const route = getRouteApi('/targets/load/$planId');
const panel = 'target-lines';

/** What an edition of a plan names, line by line: settled by a person, then loaded as targets. */
export function LoadPage() {
  const { planId } = route.useParams();
  const { edition } = route.useSearch();
  const read = useQuery(
    queryFor(targetApi.readLoading, { params: { planId }, query: edition === undefined ? {} : { edition } }),
  );
  usePageTitle('载入目标');
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={10} />;
  return <Lines loading={read.data} />;
}

function Lines({ loading }: { readonly loading: LoadingJson }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [current, setCurrent] = useState<string | null>(null);
  const { planId, edition, counts, revision } = loading;
  const params = { planId };
  const show = search.show ?? 'all';
  const keep = (next: LoadingJson): void =>
    void client.setQueryData(
      keyOf(targetApi.readLoading, params, search.edition === undefined ? {} : { edition }),
      next,
    );
  const decide = async (change: Omit<DecideLinesJson, 'edition' | 'revision'>): Promise<void> =>
    keep(await send(targetApi.decideLines, { params, body: { edition, revision, ...change } }));
  const load = useMutation({
    mutationFn: () => send(targetApi.loadTargets, { params, body: { edition, revision } }),
    onSuccess: async ({ added, changed, ended }) => {
      notify(`已载入：新增 ${added} 个，改动 ${changed} 个，不再执行 ${ended} 个`);
      for (const endpoint of [targetApi.readLoading, targetApi.listTargets, targetApi.readTarget])
        await client.invalidateQueries({ queryKey: keyOf(endpoint) });
    },
  });
  const rows = show === 'all' ? loading.lines : loading.lines.filter(({ state }) => state === show);
  const fresh = counts.new + counts.changed + counts.gone;
  const tabs = lineTabs
    .map((key) => ({ key, title: lineStateNames[key], count: key === 'all' ? loading.lines.length : counts[key] }))
    .filter(({ key, count }) => key === 'all' || key === show || count > 0);
  return (
    <div className="page target-page">
      <h1>
        载入目标：
        <Link to="/plans/$planId" params={params} search={{ edition }}>
          {loading.plan ?? planId}
        </Link>{' '}
        <small>第{edition}版</small>
      </h1>
      <p aria-live="polite">
        {counts.new} 个新增，{counts.changed} 个改动，{counts.same} 个不变，{counts.gone} 个不再有；
        {counts.open > 0 && <b className="target-red">{counts.open} 行待定</b>}
        {counts.open > 0 && counts.faulty > 0 && '，'}
        {counts.faulty > 0 && <b className="target-red">{counts.faulty} 行有错</b>}
        {counts.open + counts.faulty === 0 ? '没有待定和有错的行。' : '，不会载入。'}
      </p>
      {load.error !== null && <Refusals sentences={sentencesOf(load.error)} />}
      <div className="target-buttons">
        <Button type="primary" disabled={fresh === 0} loading={load.isPending} onClick={() => load.mutate()}>
          {fresh === 0
            ? '没有要载入的'
            : `载入 ${counts.new + counts.changed} 个目标${counts.gone > 0 ? `，停用 ${counts.gone} 个` : ''}`}
        </Button>
        <Link to="/targets" search={{}}>
          看现行目标
        </Link>
      </div>
      <Tabs
        label="按状态看"
        tabs={tabs}
        chosen={show}
        panel={panel}
        onChoose={(key) => void navigate({ search: (before) => ({ ...before, show: key }), replace: true })}
      />
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${show}`}>
        {show === 'gone' ? (
          <Gone loading={loading} />
        ) : (
          <List<ProposedLineJson>
            label="方案的各行"
            rows={rows}
            columns={lineColumns}
            keyOf={({ key }) => key}
            nameOf={({ name }) => name}
            current={current}
            onCurrent={({ key }) => setCurrent(key)}
            detail={(line) => (
              <LineForm key={`${line.key} ${revision}`} line={line} loading={loading} onDecide={decide} />
            )}
            empty={
              <Empty title="没有这样的行">
                <p>这一版里没有指标和目标表，或者都在别的状态。</p>
              </Empty>
            }
          />
        )}
      </div>
    </div>
  );
}
