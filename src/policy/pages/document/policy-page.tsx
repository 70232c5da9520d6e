import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type PolicyJson, policyApi } from '../../contract.ts';
import { DayField } from '../wording/day-field.tsx';
import { Groups } from '../wording/groups.tsx';
import { Most } from '../wording/most.tsx';
import { Parameters } from '../wording/parameters.tsx';
import { RuleTree } from '../wording/rule-tree.tsx';
import { StateTag, WindowTag } from '../wording/tags.tsx';
import { fenOf, placeWords } from '../wording/words.ts';
import { PolicyFacts } from './policy-facts.tsx';
import { TimeLine } from './time-line.tsx';
import '../wording/policy.css';

const route = getRouteApi('/policies/$policyId');

/** One policy: its document and times, who is left out, its groups, figures and clauses. */
export function PolicyPage() {
  const { policyId } = route.useParams();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = on === undefined ? {} : { on };
  const policy = useQuery(queryFor(policyApi.readPolicy, { params: { policyId }, query: asked }));
  usePageTitle(policy.data?.title ?? '政策');
  if (policy.error && policy.data === undefined)
    return <Failure error={policy.error} onRetry={() => void policy.refetch()} />;
  if (policy.data === undefined) return <Waiting lines={10} />;
  const { data } = policy;
  return (
    <article className="page policy-page policy-document">
      <div className="policy-head">
        <h1>
          {data.title} <StateTag state={data.state} />
        </h1>
        <DayField
          day={on}
          onDay={(day) => void navigate({ search: day === undefined ? {} : { on: day }, replace: true })}
        />
      </div>
      {data.on.asked !== data.on.shown && (
        <p className="policy-note">
          {data.on.asked} 不在有效期内，下面是 {data.on.shown} 的样子。
        </p>
      )}
      <PolicyFacts policy={data} />
      <TimeLine policy={data} />
      <Clauses policy={data} asked={asked} />
      <Limits policy={data} />
      {data.groups.length > 0 && (
        <section aria-labelledby="policy-groups">
          <h2 id="policy-groups">就高和并计</h2>
          <Groups groups={data.groups} policyId={data.id} asked={asked} />
        </section>
      )}
      {data.parameters.length > 0 && (
        <section aria-labelledby="policy-parameters">
          <h2 id="policy-parameters">参数</h2>
          <Parameters parameters={data.parameters} day={data.on.shown} />
        </section>
      )}
    </article>
  );
}

function Clauses({ policy, asked }: { readonly policy: PolicyJson; readonly asked: { readonly on?: string } }) {
  return (
    <section aria-labelledby="policy-clauses">
      <h2 id="policy-clauses">条款（{policy.clauses.length}）</h2>
      <ScrollRegion className="policy-table" aria-label="条款">
        <table>
          <thead>
            <tr>
              <th scope="col">条款</th>
              <th scope="col">位置</th>
              <th scope="col">给谁</th>
              <th scope="col">受理</th>
              <th scope="col">待明确</th>
              <th scope="col" className="policy-figure">
                最多
              </th>
            </tr>
          </thead>
          <tbody>
            {policy.clauses.map(({ id, title, place, for: whom, window, windowSpan, open, most }) => (
              <tr key={id}>
                <td>
                  <Link
                    to="/policies/$policyId/$clauseId"
                    params={{ policyId: policy.id, clauseId: id }}
                    search={asked}
                  >
                    {title}
                  </Link>
                </td>
                <td>{placeWords(place)}</td>
                <td>{whom}</td>
                <td>
                  <WindowTag window={window} until={windowSpan?.to ?? null} />
                </td>
                <td>{open === 0 ? '—' : <span className="policy-open">{open} 处</span>}</td>
                <td className="policy-figure">
                  <Most yuan={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** Who it is for at all, who gets nothing, and the sums set aside. */
function Limits({ policy }: { readonly policy: PolicyJson }) {
  const { scope, exclusions, budgets } = policy;
  return (
    <>
      {scope.length > 0 && (
        <section aria-labelledby="policy-scope">
          <h2 id="policy-scope">适用范围</h2>
          <RuleTree lines={scope} />
        </section>
      )}
      {exclusions.length > 0 && (
        <section aria-labelledby="policy-exclusions">
          <h2 id="policy-exclusions">不予奖补的</h2>
          <ul className="policy-lines">
            {exclusions.map(({ words, rule, place }) => (
              <li key={words}>
                {words}
                {rule !== words && <span className="pale">（{rule}）</span>}
                {place !== null && <span className="pale"> {placeWords(place)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {budgets.length > 0 && (
        <section aria-labelledby="policy-budgets">
          <h2 id="policy-budgets">资金盘子</h2>
          <ul className="policy-lines">
            {budgets.map(({ name, sentence, available }) => (
              <li key={name}>
                {name}（<Amount fen={fenOf(available)} />
                ）：{sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
