import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type CycleRowJson, cycleFields, dispatchApi, dispatchLabels } from '../../contract.ts';
import { CycleState, cycleColumns } from './cycle-columns.tsx';
import { MakeCycle } from './make-cycle.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { standingWords } from './words.ts';
import './cycle.css';

const route = getRouteApi('/dispatch');
const running = { filter: JSON.stringify({ state: { in: ['open', 'closed'] } }), pageSize: 12 };

/** Every dispatch: those under way on top with how far they are, then all of them. */
export function CyclesPage() {
  usePageTitle('调度');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayDispatch = useMay('task.dispatch');
  const [making, setMaking] = useState(false);
  const listing = useListing<CycleRowJson>({
    name: 'cycles',
    fields: cycleFields,
    columns: cycleColumns,
    labels: dispatchLabels.cycle,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const cycles = useQuery({
    ...queryFor(dispatchApi.listCycles, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const open = (cycleId: string): void => void navigate({ to: '/dispatch/$cycleId', params: { cycleId }, search: {} });
  return (
    <div className="page task-page">
      <header className="cycle-head">
        <h1>调度</h1>
        {mayDispatch && (
          <nav className="cycle-links" aria-label="相关页面">
            <Link to="/dispatch/urging" search={{}}>
              催办督办
            </Link>
            <Link to="/dispatch/settings" search={{}}>
              调度设置
            </Link>
          </nav>
        )}
      </header>
      <Running />
      <Listing<CycleRowJson>
        listing={listing}
        label="各轮调度"
        answer={cycles.data}
        error={cycles.error}
        onRetry={() => void cycles.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ name, region }) => `${region.name}${name}`}
        onOpen={({ id }) => open(id)}
        searchHint="期间、地区中的字"
        quick={['state', 'kind']}
        exportAddress={(parts) => addressFor(dispatchApi.exportCycles, undefined, parts)}
        tools={
          mayDispatch && (
            <Button type="primary" onClick={() => setMaking(true)}>
              安排一轮调度
            </Button>
          )
        }
        empty={
          <Empty title="还没有调度">
            <p>
              {mayDispatch
                ? '下达任务以后，每月、每季、每年的调度按调度设置自动安排；也可以现在就安排一轮。'
                : '所在地区开始调度以后，这里看得到每一轮。'}
            </p>
          </Empty>
        }
      />
      {making && (
        <MakeCycle
          onMade={(cycleId) => {
            setMaking(false);
            open(cycleId);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  );
}

/** Those that are under way. */
function Running() {
  const cycles = useQuery(queryFor(dispatchApi.listCycles, { query: running }));
  const rows = cycles.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label="正在进行">
      <ul className="cycle-cards">
        {rows.map((row) => (
          <li key={row.id} className="cycle-card">
            <h2>
              <Link to="/dispatch/$cycleId" params={{ cycleId: row.id }} search={{}}>
                {row.region.name}
                {row.name}
              </Link>
              <CycleState state={row.state} />
            </h2>
            <p>{standingWords(row)}</p>
            {row.progress !== null && row.progress.asked > 0 && <ProgressBar progress={row.progress} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
