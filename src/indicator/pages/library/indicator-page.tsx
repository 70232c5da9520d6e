import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type IndicatorJson, indicatorApi, indicatorLabels } from '../../contract.ts';
import { figureText } from '../../domain/figure-text.ts';
import './indicators.css';

const route = getRouteApi('/indicators/$indicatorId');

/** One indicator: what it means, what counts in which years, and what it is reckoned from. */
export function IndicatorPage() {
  const { indicatorId } = route.useParams();
  const indicator = useQuery(queryFor(indicatorApi.readIndicator, { params: { indicatorId } }));
  usePageTitle(indicator.data?.name ?? '指标');
  if (indicator.error && indicator.data === undefined)
    return <Failure error={indicator.error} onRetry={() => void indicator.refetch()} />;
  if (indicator.data === undefined) return <Waiting lines={8} />;
  const { data } = indicator;
  return (
    <article className="page indicator-page">
      <h1>
        {data.name} <small>{data.unit}</small>
      </h1>
      <Facts>
        <Fact name="怎样合计">{indicatorLabels.kind?.[data.kind]}</Fact>
        <Fact name="数的意思">{indicatorLabels.measures?.[data.measures]}</Fact>
        <Fact name="多久报一次">{indicatorLabels.frequency?.[data.frequency]}</Fact>
        <Fact name="好坏">{indicatorLabels.direction?.[data.direction]}</Fact>
        <Fact name="小数">{data.decimals === 0 ? '整数' : `${data.decimals} 位`}</Fact>
        <Fact name="合理范围">{rangeWords(data)}</Fact>
        <Fact name="报数单位">{data.source ?? '没有指定'}</Fact>
        <Fact name="出处">{data.origin === 'packs' ? '资料包' : data.origin}</Fact>
        <Fact name="编号">{data.id}</Fact>
      </Facts>
      <section aria-labelledby="indicator-bases">
        <h2 id="indicator-bases">口径</h2>
        {data.bases.length === 0 ? (
          <p className="pale">没有写口径。</p>
        ) : (
          <ol className="indicator-bases">
            {data.bases.map(({ id, from, words }) => (
              <li key={id}>
                <b>{from === null ? '从一开始' : `${from} 起`}</b>
                {words}
              </li>
            ))}
          </ol>
        )}
      </section>
      {data.rule !== null && (
        <section aria-labelledby="indicator-rule">
          <h2 id="indicator-rule">怎样算</h2>
          <p>{data.rule}</p>
          <Others parts={data.parts} />
        </section>
      )}
      {data.usedIn.length > 0 && (
        <section aria-labelledby="indicator-used">
          <h2 id="indicator-used">用在哪里</h2>
          <Others parts={data.usedIn} />
        </section>
      )}
    </article>
  );
}

const Others = ({ parts }: { readonly parts: IndicatorJson['parts'] }) => (
  <ul className="indicator-others">
    {parts.map(({ id, name }) => (
      <li key={id}>
        <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
          {name}
        </Link>
      </li>
    ))}
  </ul>
);

function rangeWords({ low, high, decimals, unit }: IndicatorJson): string {
  const text = (value: number): string => `${figureText(BigInt(value), decimals)} ${unit}`;
  if (low !== null && high !== null) return `${text(low)} 至 ${text(high)}`;
  if (low !== null) return `不少于 ${text(low)}`;
  return high === null ? '没有限定' : `不多于 ${text(high)}`;
}
