import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type CycleJson, dispatchApi } from '../../contract.ts';
import { chainWords } from '../../domain/index.ts';
import { CycleActions } from './cycle-actions.tsx';
import { CycleState } from './cycle-columns.tsx';
import { FrozenView } from './frozen-view.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RollView } from './roll-view.tsx';
import { standingWords } from './words.ts';
import './cycle.css';

const route = getRouteApi('/dispatch/$cycleId');

/** One dispatch: before it is frozen who has reported and who has not, afterwards what it came to. */
export function CyclePage() {
  const { cycleId } = route.useParams();
  const cycle = useQuery(queryFor(dispatchApi.readCycle, { params: { cycleId } }));
  usePageTitle(cycle.data?.name ?? '调度');
  if (cycle.error && cycle.data === undefined)
    return <Failure error={cycle.error} onRetry={() => void cycle.refetch()} />;
  if (cycle.data === undefined) return <Waiting lines={10} />;
  const { data } = cycle;
  return (
    <div className="page task-page">
      <p className="cycle-back">
        <Link to="/dispatch" search={{}}>
          各轮调度
        </Link>
      </p>
      <header className="cycle-head">
        <h1>
          {data.region.name}
          {data.name} <CycleState state={data.state} />
        </h1>
        <CycleActions cycle={data} />
      </header>
      <p className="cycle-words">{standingWords(data)}</p>
      {data.progress !== null && data.progress.asked > 0 && <ProgressBar progress={data.progress} />}
      <Steps cycle={data} />
      {data.state === 'frozen' ? (
        <FrozenView cycle={data} />
      ) : data.state === 'planned' ? (
        <p className="cycle-planned">开始填报以后，这里列出各单位报了没有。</p>
      ) : (
        <RollView cycle={data} />
      )}
    </div>
  );
}

/** What happened to it, and who did it. */
function Steps({ cycle }: { readonly cycle: CycleJson }) {
  const mayDispatch = useMay('task.dispatch');
  const { opened, closed, frozen, opensOn, dueOn, reminders, regions, chain, apart } = cycle;
  const [last] = reminders;
  return (
    <Facts className="cycle-facts">
      <Fact name="填报">
        {opensOn} 至 {dueOn}
      </Fact>
      <Fact name="任务范围">
        {regions === 1 ? '本地区' : `本地区和下级共 ${regions} 个地区`}
        {chain !== null && `，只有${chainWords(chain)}的任务`}
        {apart.length > 0 && `，不含单独调度的${apart.map(chainWords).join('、')}`}
      </Fact>
      {opened !== null && (
        <Fact name="开始">
          {opened.on}，{opened.by.name}
        </Fact>
      )}
      {closed !== null && (
        <Fact name="截止">
          {closed.on}，{closed.by.name}
        </Fact>
      )}
      {last !== undefined && mayDispatch && (
        <Fact name="最近提醒">
          {last.on}，{last.byRound ? '系统' : last.by.name}提醒了 {last.units} 个单位（共提醒 {reminders.length} 次）
        </Fact>
      )}
      {frozen !== null && <Fact name="冻结">{frozen.by.name}</Fact>}
    </Facts>
  );
}
