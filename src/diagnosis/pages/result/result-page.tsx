import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisResultJson, diagnosisApi } from '../../contract.ts';
import { dayText, pointText, signed } from '../parts/words.ts';
import { Helping, Paying } from './next-steps.tsx';
import { Profile } from './profile.tsx';
import { Rows } from './rows.tsx';
import { Standing } from './standing.tsx';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnoses/$diagnosisId/result');

/** What it came to, why, and what next. */
export function ResultPage() {
  const { diagnosisId } = route.useParams();
  const result = useQuery(queryFor(diagnosisApi.readResult, { params: { diagnosisId } }));
  usePageTitle('诊断结果');
  if (result.error && result.data === undefined)
    return <Failure error={result.error} onRetry={() => void result.refetch()} />;
  if (result.data === undefined) return <Waiting lines={10} />;
  const { diagnosis, checked, total, raises, standings, open } = result.data;
  return (
    <article className="page diagnosis-page">
      <p className="page-back">
        <Link to="/enterprises/$enterpriseId/diagnosis" params={{ enterpriseId: diagnosis.enterprise.id }}>
          {diagnosis.enterprise.name}的全部诊断
        </Link>
      </p>
      <div className="page-head">
        <h1>{diagnosis.enterprise.name}诊断结果</h1>
        <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId }}>
          看问卷和回答
        </Link>
      </div>
      <p>
        {checked
          ? `${diagnosis.inspectedBy ?? ''} ${dayText(diagnosis.inspectedAt)} 核验，得 `
          : diagnosis.state === 'filling'
            ? '还在填写，按现在的回答得 '
            : '已报送，等待核验，等级以核验为准。自评得 '}
        <strong>{pointText(total)} 分</strong>（满分 100 分）。{diagnosis.questionnaire.edition}，
        {diagnosis.questionnaire.table}。
      </p>
      <h2 className="visually-hidden">等级</h2>
      <div className="diagnosis-cards">
        {standings.map((standing) => (
          <Standing key={standing.scheme.id} standing={standing} />
        ))}
      </div>
      <Profile result={result.data} />
      <Differences result={result.data} />
      {raises.length > 0 && (
        <section aria-labelledby="diagnosis-raises">
          <h2 id="diagnosis-raises">先做哪一步</h2>
          <p className="pale">只改这一题能提高多少，提得多的在前。花多少钱没有算。</p>
          <Rows
            label="先做哪一步"
            heads={['题目', '现在', '下一步', '提高（分）']}
            rows={raises.map(({ text, from, to, gain }) => [text, from, to, signed(gain)])}
          />
        </section>
      )}
      <Paying result={result.data} />
      <Helping result={result.data} />
      <Reasons result={result.data} />
      {open.length > 0 && (
        <section aria-labelledby="diagnosis-open">
          <h2 id="diagnosis-open">看结果前要知道</h2>
          <ul className="diagnosis-open">
            {open.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Differences({ result: { differences } }: { readonly result: DiagnosisResultJson }) {
  if (differences.length === 0) return null;
  return (
    <section aria-labelledby="diagnosis-differences">
      <h2 id="diagnosis-differences">核验与自评不同的</h2>
      <Rows
        label="核验与自评不同的"
        heads={['题目', '自评', '核验', '影响（分）', '理由']}
        rows={differences.map(({ text, self, inspector, change, note }) => [
          ...[text, self, inspector, signed(change), note],
        ])}
      />
    </section>
  );
}

function Reasons({ result: { sides } }: { readonly result: DiagnosisResultJson }) {
  return (
    <section aria-labelledby="diagnosis-reasons">
      <h2 id="diagnosis-reasons">每题为什么</h2>
      {sides.map(({ id, name, questions, got, worth }) => (
        <details key={id} className="diagnosis-why">
          <summary>
            {name}：{pointText(got)} / {pointText(worth)} 分
          </summary>
          <Rows
            label={`${name}每题为什么`}
            heads={['题目', '为什么', '折合（分）']}
            rows={questions.map((each) => [each.text, each.why, `${pointText(each.got)} / ${pointText(each.worth)}`])}
          />
        </details>
      ))}
    </section>
  );
}
