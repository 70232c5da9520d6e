import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type WarningJson, warningRuleNames, watchApi } from '../../contract.ts';
import { periodWords } from '../../domain/index.ts';
import { momentWords } from '../cell/moment.ts';
import { BehindTable } from './behind-table.tsx';
import { WarningActions } from './warning-actions.tsx';
import { lightWords, stateWords, workWords } from './words.ts';
import './watch.css';

const route = getRouteApi('/warnings/$warningId');

/** One warning: why, what is behind it, who is at it, and what can be done. */
export function WarningPage() {
  const { warningId } = route.useParams();
  const client = useQueryClient();
  const warning = useQuery(queryFor(watchApi.readWarning, { params: { warningId } }));
  usePageTitle(warning.data?.title ?? '预警');
  if (warning.error && warning.data === undefined)
    return <Failure error={warning.error} onRetry={() => void warning.refetch()} />;
  if (warning.data === undefined) return <Waiting lines={8} />;
  const changed = (next: WarningJson): void => {
    client.setQueryData(keyOf(watchApi.readWarning, { warningId }), next);
    for (const endpoint of [watchApi.listWarnings, watchApi.readWarningBoard])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const { data } = warning;
  return (
    <article className="page watch-page watch-one">
      <h1>{data.title}</h1>
      <p className="watch-reason">{data.reason}</p>
      <p className="watch-next">{data.next}</p>
      <WarningActions warning={data} onChanged={changed} onStale={() => void warning.refetch()} />
      <WarningFacts warning={data} />
      {data.work.length > 0 && <WorkGiven work={data.work} />}
      <h2>后面的数</h2>
      <BehindTable warning={data} />
    </article>
  );
}

function WarningFacts({ warning }: { readonly warning: WarningJson }) {
  const { light, rule, about, region, unit, chain, since, aside, raisedAt, lastFoundAt, overAt } = warning;
  return (
    <Facts>
      <Fact name="轻重">
        <Light colour={light} word={lightWords[light]} />
      </Fact>
      <Fact name="规则">{warningRuleNames[rule]}</Fact>
      <Fact name={rule === 'missing' ? '填报表' : '指标'}>
        {rule === 'missing' ? (
          about.name
        ) : (
          <Link to="/indicators/$indicatorId" params={{ indicatorId: about.id }}>
            {about.name}
          </Link>
        )}
      </Fact>
      <Fact name="地区">{region.name}</Fact>
      {unit !== null && <Fact name="单位">{unit.name}</Fact>}
      <Fact name="产业链">{chain?.name ?? '全部'}</Fact>
      <Fact name="从哪一期起">{periodWords(since)}</Fact>
      <Fact name="状态">{stateWords(warning)}</Fact>
      {aside !== null && (
        <Fact name="搁置的理由">
          {aside.reason}（{aside.by}，{momentWords(aside.at)}）
        </Fact>
      )}
      <Fact name="发现">{momentWords(raisedAt)}</Fact>
      {overAt === null ? (
        <Fact name="最近看到">{momentWords(lastFoundAt)}</Fact>
      ) : (
        <Fact name="消除">{momentWords(overAt)}</Fact>
      )}
    </Facts>
  );
}

const WorkGiven = ({ work }: { readonly work: WarningJson['work'] }) => (
  <section aria-labelledby="warning-work">
    <h2 id="warning-work">交办和协助</h2>
    <ul className="watch-work">
      {work.map((each) => (
        <li key={each.id}>
          {each.opens ? (
            <Link to="/work/$workId" params={{ workId: each.id }}>
              {workWords(each)}
            </Link>
          ) : (
            workWords(each)
          )}
          {each.dueOn !== null && `，期限 ${each.dueOn}`}
          {each.outcome !== null && <p>{each.outcome}</p>}
        </li>
      ))}
    </ul>
  </section>
);
