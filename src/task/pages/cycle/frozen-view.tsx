import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { type CycleJson, dispatchApi, type SnapshotJson } from '../../contract.ts';
import { lights } from '../../domain/index.ts';
import { LinesView } from './lines-view.tsx';
import { RankingView } from './ranking-view.tsx';
import { Verify } from './verify.tsx';
import { rateWords } from './words.ts';

const route = getRouteApi('/dispatch/$cycleId');
const panel = 'cycle-panel';

/** What a dispatch froze: lights, rate and places, with what changed against the one before. */
export function FrozenView({ cycle }: { readonly cycle: CycleJson }) {
  const { of = 'ranking' } = route.useSearch();
  const navigate = route.useNavigate();
  const snapshot = useQuery(queryFor(dispatchApi.readSnapshot, { params: { cycleId: cycle.id } }));
  if (snapshot.error && snapshot.data === undefined)
    return <Failure error={snapshot.error} onRetry={() => void snapshot.refetch()} />;
  if (snapshot.data === undefined) return <Waiting lines={8} />;
  const { data } = snapshot;
  return (
    <>
      <Sums snapshot={data} />
      <Verify cycleId={cycle.id} digest={data.digest} />
      <Tabs
        label="看什么"
        tabs={[
          { key: 'ranking', title: '单位名次', count: data.units },
          { key: 'lines', title: '各项责任', count: data.duties },
        ]}
        chosen={of}
        onChoose={(key) => void navigate({ search: key === 'lines' ? { of: 'lines' } : {}, replace: true })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${of}`}>
        {of === 'lines' ? <LinesView cycleId={cycle.id} /> : <RankingView cycleId={cycle.id} />}
      </div>
    </>
  );
}

/** The whole in figures, each beside that of the time before. */
function Sums({ snapshot }: { readonly snapshot: SnapshotJson }) {
  const { counts, before, rate, unreported, tasks, duties, judgedOn, rules, weights } = snapshot;
  return (
    <section className="frozen-sums" aria-label="合计">
      <p>
        按 {judgedOn} 的情况评定：{tasks} 项任务，{duties} 份责任，没有报的 <b>{unreported}</b> 项。
        {before !== null && (
          <>
            {' '}
            和
            <Link to="/dispatch/$cycleId" params={{ cycleId: before.id }} search={{}}>
              {before.name}
            </Link>
            比，增减写在后面。
          </>
        )}
      </p>
      <ul className="frozen-lights">
        {lights.map((light) => (
          <li key={light}>
            <Link
              to="/dispatch/$cycleId"
              params={{ cycleId: snapshot.cycleId }}
              search={{ of: 'lines', filter: { light: { in: [light] } } }}
            >
              <Light colour={light} />
            </Link>
            <b>{counts[light]}</b> 项{before !== null && <Change by={before.counts[light]} />}
          </li>
        ))}
        <li>
          <span>按时率</span>
          <b>{rateWords(rate)}</b>
          {before !== null && rate !== null && before.rate !== null && (
            <Change by={Math.round((rate - before.rate) * 10) / 10} unit="个百分点" />
          )}
        </li>
      </ul>
      <details className="frozen-rules">
        <summary>按什么规则</summary>
        <p>
          到期前 {rules.nearDays} 天亮蓝灯；落后应有进度超过目标的 {rules.paceTolerance}%，或者 {rules.silentDays}{' '}
          天没有报数，亮黄灯；超期亮红灯。按时率 = 按时销号 ÷（销号 + 超期未销），牵头按 {weights.lead} 份、配合按{' '}
          {weights.cooperating} 份计。
        </p>
      </details>
    </section>
  );
}

const Change = ({ by, unit = '' }: { readonly by: number; readonly unit?: string }) => (
  <small className="frozen-change">{by === 0 ? '持平' : `${by > 0 ? '增' : '减'} ${Math.abs(by)}${unit}`}</small>
);
