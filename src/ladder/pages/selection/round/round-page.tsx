import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../../platform/web/layout/tabs.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { roundStateNames } from '../../../domain/selection/model.ts';
import type { RoundView } from '../address.ts';
import { RoundActions } from './actions.tsx';
import { Entries } from './entries.tsx';
import { Experts } from './experts.tsx';
import { Publicity } from './publicity.tsx';
import { Ranking } from './ranking.tsx';
import { Rules } from './rules.tsx';
import '../parts/selection.css';

const route = getRouteApi('/selection-rounds/$roundId');
const panel = 'selection-round';

/** A round: what stands, what comes next, and everything that belongs to it. */
export function RoundPage() {
  const { roundId } = route.useParams();
  const page = useQuery(queryFor(selectionApi.readRound, { params: { roundId } }));
  usePageTitle(page.data?.round.name ?? '遴选批次');
  if (page.error && page.data === undefined) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <Waiting lines={10} />;
  return <Round page={page.data} />;
}

function Round({ page }: { readonly page: SelectionPageJson }) {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const { round, entries, list, office } = page;
  const tabs: readonly { readonly key: RoundView; readonly title: string; readonly count?: number }[] = [
    { key: 'entries', title: '申报', count: entries.length },
    ...(office !== null && round.expertShare > 0
      ? [
          {
            key: 'experts' as const,
            title: '专家',
            count: office.experts.filter(({ removed }) => removed === null).length,
          },
        ]
      : []),
    ...(office?.ranking ? [{ key: 'ranking' as const, title: '排名' }] : []),
    ...(list === null ? [] : [{ key: 'publicity' as const, title: '名单和异议', count: list.length }]),
    { key: 'rules', title: '办法' },
    ...(office === null ? [] : [{ key: 'steps' as const, title: '经过' }]),
  ];
  const chosen = tabs.find(({ key }) => key === view)?.key ?? 'entries';
  return (
    <article className="page">
      <p className="page-back">
        <Link to="/selection-rounds">全部批次</Link>
      </p>
      <div className="page-head">
        <h1>{round.name}</h1>
        <RoundActions page={page} />
      </div>
      <p>
        <strong>{roundStateNames[round.state]}</strong>。{round.titleKind.name}，{round.region.name}
        {round.chain !== null && `，${round.chain.name}`}；申报 {round.applyFrom} 至 {round.applyTo}
        {round.publicityTo !== null && `；公示 ${round.publicityFrom ?? ''} 至 ${round.publicityTo}`}
        {round.listedOn !== null && `；${round.listedOn} 公布名单（${round.listSource ?? ''}）`}
        {round.endedReason !== null && `；终止的原因：${round.endedReason}`}
      </p>
      {round.note !== '' && <p className="selection-statement">{round.note}</p>}
      <Tabs
        label={round.name}
        tabs={tabs}
        chosen={chosen}
        onChoose={(key) => void navigate({ search: key === 'entries' ? {} : { view: key } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${chosen}`}>
        {chosen === 'entries' && <Entries page={page} />}
        {chosen === 'experts' && <Experts page={page} />}
        {chosen === 'ranking' && <Ranking page={page} />}
        {chosen === 'publicity' && <Publicity page={page} />}
        {chosen === 'rules' && <Rules round={round} />}
        {chosen === 'steps' && (
          <ol>
            {office?.steps.map(({ at, by, words }) => (
              <li key={`${at} ${words}`}>
                <time dateTime={at}>{new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}</time> {by}：
                {words}
              </li>
            ))}
          </ol>
        )}
      </div>
    </article>
  );
}
