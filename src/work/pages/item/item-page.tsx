import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type WorkItemJson, workApi } from '../../contract.ts';
import { workKinds } from '../../domain/index.ts';
import { StateTag } from '../wording/state-tag.tsx';
import { doerWords, momentOf, stepNames } from '../wording/words.ts';
import { ItemActions } from './item-actions.tsx';
import '../wording/work.css';
import './item.css';

const route = getRouteApi('/work/$workId');

/** One item: what is asked, by whom, until when, what has happened, and what can be done now. */
export function ItemPage() {
  const { workId } = route.useParams();
  const client = useQueryClient();
  const item = useQuery(queryFor(workApi.readWork, { params: { workId } }));
  usePageTitle(item.data?.title ?? '事项');
  if (item.error && item.data === undefined) return <Failure error={item.error} onRetry={() => void item.refetch()} />;
  if (item.data === undefined) return <Waiting lines={8} />;
  const changed = (next: WorkItemJson): void => {
    client.setQueryData(keyOf(workApi.readWork, { workId }), next);
    for (const endpoint of [workApi.listWork, workApi.readCounts])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  return (
    <article className="page work-page work-item">
      <div className="work-head">
        <h1>
          {item.data.title} <StateTag {...item.data} />
        </h1>
      </div>
      <ItemActions item={item.data} onChanged={changed} onStale={() => void item.refetch()} />
      <ItemFacts item={item.data} />
      {item.data.detail !== '' && <p className="work-detail">{item.data.detail}</p>}
      <Steps item={item.data} />
    </article>
  );
}

function ItemFacts({ item }: { readonly item: WorkItemJson }) {
  const { kind, importance, dueOn, overdue, assignee, claimedBy, createdBy, createdAt, copies, basis, outcome } = item;
  return (
    <Facts>
      <Fact name="种类">
        {workKinds[kind]}
        {importance === 'high' && <span className="work-high"> 重要</span>}
      </Fact>
      <Fact name="期限">
        <span className={overdue ? 'work-late' : ''}>
          {dueOn ?? '没有写'}
          {overdue && '（已逾期）'}
        </span>
      </Fact>
      <Fact name="承办">{assignee.name}</Fact>
      {claimedBy !== null && <Fact name="办理人">{doerWords(claimedBy)}</Fact>}
      <Fact name="交办人">{doerWords(createdBy)}</Fact>
      <Fact name="交办时间">
        <time dateTime={createdAt}>{momentOf(createdAt)}</time>
      </Fact>
      {copies.length > 0 && <Fact name="抄送">{copies.map(({ name }) => name).join('、')}</Fact>}
      {basis !== null && <Fact name="依据">{basis}</Fact>}
      {outcome !== null && <Fact name="结果">{outcome}</Fact>}
      {item.link !== null && (
        <Fact name="相关页面">
          <Link to={item.link as string}>{item.link}</Link>
        </Fact>
      )}
    </Facts>
  );
}

function Steps({ item }: { readonly item: WorkItemJson }) {
  return (
    <section aria-labelledby="work-steps">
      <h2 id="work-steps">经过</h2>
      <ol className="work-steps">
        {item.steps.map(({ step, by, at, note }) => (
          <li key={`${at} ${step}`}>
            <b>{stepNames[step]}</b>
            <span>{doerWords(by)}</span>
            <time dateTime={at}>{momentOf(at)}</time>
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
