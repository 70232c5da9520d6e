import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ClauseJson, policyApi } from '../../contract.ts';
import { DayField } from '../wording/day-field.tsx';
import { Groups } from '../wording/groups.tsx';
import { Most } from '../wording/most.tsx';
import { Parameters } from '../wording/parameters.tsx';
import { RuleTree } from '../wording/rule-tree.tsx';
import { StateTag, WindowTag } from '../wording/tags.tsx';
import { spanWords } from '../wording/words.ts';
import { Benefit } from './benefit.tsx';
import { Countersigns } from './countersigns.tsx';
import { Examples } from './examples.tsx';
import { Source } from './source.tsx';
import '../wording/policy.css';
import './clause.css';

const route = getRouteApi('/policies/$policyId/$clauseId');

/** One clause: the sentence that its rule says, beside the document; the rule, the figures, examples, who stands by it. */
export function ClausePage() {
  const { policyId, clauseId } = route.useParams();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = on === undefined ? {} : { on };
  const clause = useQuery(queryFor(policyApi.readClause, { params: { policyId, clauseId }, query: asked }));
  usePageTitle(clause.data?.title ?? '条款');
  if (clause.error && clause.data === undefined)
    return <Failure error={clause.error} onRetry={() => void clause.refetch()} />;
  if (clause.data === undefined) return <Waiting lines={10} />;
  const { data } = clause;
  const { policy } = data;
  return (
    <article className="page policy-page clause-page">
      <div className="policy-head">
        <h1>
          {data.title} <StateTag state={policy.state} />{' '}
          <WindowTag window={data.window} until={data.windowSpan?.to ?? null} />
        </h1>
        <span className="policy-buttons">
          <DayField
            day={on}
            onDay={(day) => void navigate({ search: day === undefined ? {} : { on: day }, replace: true })}
          />
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <p className="policy-under">
        <Link to="/policies/$policyId" params={{ policyId }} search={asked}>
          {policy.title}
        </Link>
        {policy.docNumber !== null && ` · ${policy.docNumber}`} · {policy.issuer} · {policy.level}级
      </p>
      {policy.on.asked !== policy.on.shown && (
        <p className="policy-note">
          {policy.on.asked} 不在有效期内，下面是 {policy.on.shown} 的样子。
        </p>
      )}
      <div className="clause-beside">
        <section aria-labelledby="clause-sentence">
          <h2 id="clause-sentence">规则说的话</h2>
          <blockquote className="clause-sentence">{data.sentence}</blockquote>
          <p className="pale">由规则自动写成，供对照原文会签；规则一改，这句话跟着改。</p>
        </section>
        <Source clause={data} />
      </div>
      <Short clause={data} />
      <div className="clause-beside">
        <section aria-labelledby="clause-rule">
          <h2 id="clause-rule">条件</h2>
          <RuleTree lines={data.rule} />
          {data.exclusions.length > 0 && <p className="pale">除外：{data.exclusions.join('；')}。</p>}
        </section>
        <Benefit clause={data} />
      </div>
      {data.open.length > 0 && <Open points={data.open} />}
      {data.groups.length > 0 && (
        <section aria-labelledby="clause-groups">
          <h2 id="clause-groups">和哪些条款就高或并计</h2>
          <Groups groups={data.groups} policyId={policyId} asked={asked} here={data.id} />
        </section>
      )}
      <Examples clause={data} />
      {data.parameters.length > 0 && (
        <section aria-labelledby="clause-parameters">
          <h2 id="clause-parameters">用到的参数</h2>
          <Parameters parameters={data.parameters} day={policy.on.shown} />
        </section>
      )}
      <Editions clause={data} />
      {data.may.see && <Countersigns clause={data} />}
      <p className="pale">
        内容包摘要 <span className="policy-hash">{policy.hash}</span>
      </p>
    </article>
  );
}

function Short({ clause }: { readonly clause: ClauseJson }) {
  const { most, payers, rest, windowSpan, evidence, facts } = clause;
  return (
    <Facts className="clause-short">
      <Fact name="给谁">{clause.for}</Fact>
      <Fact name="最多">
        <Most yuan={most} />
      </Fact>
      <Fact name="出资">
        {payers.map(({ payer, percent }) => (payers.length === 1 ? payer : `${payer} ${percent}%`)).join('，')}
        {rest !== null && `，零头归${rest}`}
      </Fact>
      <Fact name="受理期">{windowSpan === null ? '文件没有写' : spanWords(windowSpan)}</Fact>
      <Fact name="要交">{evidence.length === 0 ? '文件没有写' : evidence.join('、')}</Fact>
      <Fact name="要知道">
        {facts.map(({ id, name, unit, from }) => (
          <span key={id} title={`出自${from}`}>
            {name}
            {unit !== '' && `（${unit}）`}{' '}
          </span>
        ))}
      </Fact>
    </Facts>
  );
}

const Open = ({ points }: { readonly points: readonly string[] }) => (
  <section aria-labelledby="clause-open" className="clause-open">
    <h2 id="clause-open">待明确（{points.length}）</h2>
    <ul className="policy-lines">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </section>
);

function Editions({ clause: { editions } }: { readonly clause: ClauseJson }) {
  if (editions.length === 0) return null;
  return (
    <section aria-labelledby="clause-editions">
      <h2 id="clause-editions">同名文件的其他各版</h2>
      <ul className="policy-lines">
        {editions.map(({ policyId, clauseId, title, from, to }) => (
          <li key={policyId}>
            {clauseId === null ? (
              <Link to="/policies/$policyId" params={{ policyId }}>
                {title}
              </Link>
            ) : (
              <Link to="/policies/$policyId/$clauseId" params={{ policyId, clauseId }}>
                {title}
              </Link>
            )}
            （{spanWords({ from, to })}）{clauseId === null && '，没有同样的一条'}
          </li>
        ))}
      </ul>
    </section>
  );
}
