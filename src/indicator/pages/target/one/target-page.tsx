import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { keyOf, queryFor } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { type TargetJson, targetApi, targetLabels } from '../../../contract.ts';
import { amount, said, whereWords } from '../words.ts';
import { Adjustments } from './adjustments.tsx';
import { Objections } from './objections.tsx';
import { Parts } from './parts.tsx';
import '../targets.css';

const route = getRouteApi('/targets/$targetId');

/** One target: the sentence that it comes from, how it was divided, and what became of it. */
export function TargetPage() {
  const { targetId } = route.useParams();
  const client = useQueryClient();
  const read = useQuery(queryFor(targetApi.readTarget, { params: { targetId } }));
  usePageTitle(read.data === undefined ? '目标' : `${read.data.indicator}目标`);
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={10} />;
  const { data } = read;
  const keep = (next: TargetJson): void => {
    client.setQueryData(keyOf(targetApi.readTarget, { targetId }), next);
    void client.invalidateQueries({ queryKey: keyOf(targetApi.listTargets) });
  };
  return (
    <article className="page target-page">
      <h1>
        {whereWords(data)}：{data.indicator} {said(data)}
      </h1>
      <Ended target={data} />
      <Source target={data} />
      <Facts>
        <Fact name="现在的目标">{amount(data.value, data)}</Fact>
        {data.first !== data.value && <Fact name="最初的目标">{amount(data.first, data)}</Fact>}
        <Fact name="来历">{targetLabels.origin?.[data.origin]}</Fact>
        {data.parent !== null && (
          <Fact name="上一级">
            <Link to="/targets/$targetId" params={{ targetId: data.parent.id }}>
              {data.parent.name}
            </Link>
          </Fact>
        )}
        <Fact name="从哪天起">{data.setOn}</Fact>
        <Fact name="谁定的">{data.by.name}</Fact>
        {data.source.remark !== null && <Fact name="采用的理由">{data.source.remark}</Fact>}
      </Facts>
      <Parts key={`${data.id} ${data.draftRevision} ${data.revision}`} target={data} onChanged={keep} />
      <Adjustments target={data} onChanged={keep} />
      <Objections target={data} onChanged={keep} />
    </article>
  );
}

const Source = ({ target: { source } }: { readonly target: TargetJson }) => (
  <blockquote className="target-sentence">
    {source.said}
    <br />
    <span className="pale">
      {source.plan ?? '方案不在您的数据范围内'}（第{source.edition}版
      {source.confirmedEdition > source.edition && `，第${source.confirmedEdition}版仍这样写`}）
    </span>{' '}
    {source.plan !== null && (
      <Link
        to="/plans/$planId"
        params={{ planId: source.planId }}
        search={{ edition: source.edition, at: source.itemId }}
      >
        看原文
      </Link>
    )}
  </blockquote>
);

function Ended({ target: { endedOn, replacedBy, replaces } }: { readonly target: TargetJson }) {
  return (
    <>
      {endedOn !== null && (
        <p className="target-red">
          这个目标到 {endedOn} 为止，已经不再执行。
          {replacedBy !== null && (
            <Link to="/targets/$targetId" params={{ targetId: replacedBy }}>
              看现行的目标
            </Link>
          )}
        </p>
      )}
      {replaces !== null && (
        <p>
          它接替了
          <Link to="/targets/$targetId" params={{ targetId: replaces }}>
            上一版的目标
          </Link>
          。
        </p>
      )}
    </>
  );
}
