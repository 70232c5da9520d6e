import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisResultJson, diagnosisApi } from '../../contract.ts';
import { dayText, pointText, signed } from '../parts/words.ts';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnoses/$diagnosisId/result');
const alikeNames = { industry: '同行业', region: '同一设区市', scale: '同规模' } as const;

/** What it came to, why, and what next. */
export function ResultPage() {
  const { diagnosisId } = route.useParams();
  const result = useQuery(queryFor(diagnosisApi.readResult, { params: { diagnosisId } }));
  usePageTitle('诊断结果');
  if (result.error && result.data === undefined)
    return <Failure error={result.error} onRetry={() => void result.refetch()} />;
  if (result.data === undefined) return <Waiting lines={10} />;
  const { diagnosis, checked, total, sides, raises, differences, uplift, peers, open } = result.data;
  return (
    <article className="diagnosis-page">
      <p>
        <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId }}>
          看问卷
        </Link>
      </p>
      <h1>{diagnosis.enterprise.name}诊断结果</h1>
      <p>
        {checked
          ? `${diagnosis.inspectedBy ?? ''} ${dayText(diagnosis.inspectedAt)} 核验，得 ${pointText(total)} 分。`
          : `自评 ${pointText(total)} 分，还没有核验，等级以核验为准。`}
      </p>
      {open.length > 0 && (
        <ul className="diagnosis-open">
          {open.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <h2>等级</h2>
      {result.data.standings.map((standing) => (
        <Standing key={standing.scheme.id} standing={standing} />
      ))}
      <h2>各方面</h2>
      <div className="diagnosis-bars">
        {sides.map(({ id, name, got, worth }) => (
          <Bar key={id} name={name} got={got} worth={worth} />
        ))}
      </div>
      {peers !== null && (
        <p>
          和 {peers.others} 家{peers.alike.map((side) => alikeNames[side]).join('、')}的企业比，高于其中 {peers.below}
          %。
        </p>
      )}
      {checked && peers === null && <p className="diagnosis-pale">可比的企业不足三家，不作比较。</p>}
      {uplift !== null && (
        <p>
          比 {dayText(uplift.at)} 那次{signed(uplift.total)} 分（那次{uplift.beforeLevel ?? '没有定级'}）：
          {uplift.sides.map(({ name, before, after }) => `${name} ${signed(after - before)}`).join('，')}。
        </p>
      )}
      {differences.length > 0 && (
        <section>
          <h2>核验与自评不同的</h2>
          <Rows
            heads={['题目', '自评', '核验', '影响（分）', '理由']}
            rows={differences.map(({ text, self, inspector, change, note }) => [
              text,
              self,
              inspector,
              signed(change),
              note,
            ])}
          />
        </section>
      )}
      {raises.length > 0 && (
        <section>
          <h2>哪一步提得最多</h2>
          <Rows
            heads={['题目', '现在', '下一步', '提高（分）']}
            rows={raises.map(({ text, from, to, gain }) => [text, from, to, signed(gain)])}
          />
        </section>
      )}
      <NextSteps result={result.data} />
      <h2>每题为什么</h2>
      {sides.map(({ id, name, questions, got, worth }) => (
        <details key={id}>
          <summary>
            {name}：{pointText(got)} / {pointText(worth)} 分
          </summary>
          <Rows
            heads={['题目', '为什么', '折合（分）']}
            rows={questions.map((each) => [each.text, each.why, `${pointText(each.got)} / ${pointText(each.worth)}`])}
          />
        </details>
      ))}
    </article>
  );
}

function Standing({ standing }: { readonly standing: DiagnosisResultJson['standings'][number] }) {
  const { scheme, name, meaning, next, path, local, source } = standing;
  return (
    <section aria-label={scheme.name}>
      <p>
        <strong>
          {scheme.name}：{name ?? '没有定级'}
        </strong>
        {meaning !== '' && `，${meaning}`}
        {next !== null && `。离${next.name}（${pointText(next.border)} 分）还差 ${pointText(next.gap)} 分`}。
        {local && '分数线是本地设定，没有公布过。'}
        <small>{source}</small>
      </p>
      {next !== null && path.steps.length > 0 && (
        <details>
          <summary>
            {path.reaches ? `做到这 ${path.steps.length} 项就到${next.name}` : `全做到也还到不了${next.name}`}
          </summary>
          <ul>
            {path.steps.map(({ id, text, to, gain }) => (
              <li key={id}>
                {text}做到“{to}”，{signed(gain)} 分
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function NextSteps({ result }: { readonly result: DiagnosisResultJson }) {
  const { policies, providers } = result;
  return (
    <>
      <h2>可以得到什么</h2>
      {policies.length === 0 && <p className="diagnosis-pale">现行政策里没有看数字化等级的条款。</p>}
      <ul>
        {policies.map(({ policyId, clauseId, policyTitle, title, place, words }) => (
          <li key={`${policyId} ${clauseId}`}>
            <strong>{title}</strong>（{policyTitle} {place}）：{words}
          </li>
        ))}
      </ul>
      <h2>谁能帮忙</h2>
      {providers.length === 0 && <p className="diagnosis-pale">还没有登记本地的服务商。</p>}
      <ul>
        {providers.map(({ id, name, services, contact }) => (
          <li key={id}>
            {name}：{services}
            {contact !== '' && `，${contact}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Bar({ name, got, worth }: { readonly name: string; readonly got: number; readonly worth: number }) {
  const share = worth === 0 ? 0 : Math.min(100, (got * 100) / worth);
  return (
    <>
      <span>{name}</span>
      <span className="diagnosis-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share}%` }} />
      </span>
      <span className="is-figure">
        {pointText(got)} / {pointText(worth)} 分
      </span>
    </>
  );
}

function Rows({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  const isFigure = (at: number): string | undefined => (heads[at]?.includes('（分）') ? 'is-figure' : undefined);
  return (
    <ScrollRegion className="diagnosis-scroll" aria-label={heads.join('、')}>
      <table className="diagnosis-table">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={isFigure(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 3).join(' ')}>
              {row.map((cell, at) => (
                <td key={heads[at]} className={isFigure(at)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
