import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import type { EnterpriseAppealJson } from '../../contract.ts';
import { appealKindNames, appealStepNames } from '../../domain/index.ts';
import { PapersOf } from '../parts/papers-of.tsx';
import { enterpriseQuery } from '../parts/use-enterprise.ts';
import { momentWords } from '../parts/words.ts';
import { AppealActions } from './appeal-actions.tsx';
import { AppealState } from './appeal-state.tsx';
import { appealQuery } from './use-appeal.ts';
import '../parts/enterprise.css';
import './appeals.css';

const route = getRouteApi('/enterprises/appeals/$appealId');

/** One appeal: what was asked, who answers, what was answered, whether that did, and every step. */
export function AppealPage() {
  const { appealId } = route.useParams();
  const { data: appeal, error, refetch } = useQuery(appealQuery(appealId));
  usePageTitle(appeal?.title ?? '企业诉求');
  if (error && appeal === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (appeal === undefined) return <Waiting lines={8} />;
  return (
    <article className="page page-narrow">
      <p className="page-back">
        <Link to="/enterprises/appeals">企业诉求</Link>
      </p>
      <div className="page-head">
        <h1>{appeal.title}</h1>
        <AppealState appeal={appeal} />
      </div>
      <AppealFacts appeal={appeal} />
      <p className="appeal-words">{appeal.words}</p>
      {appeal.may.file && <Papers appeal={appeal} />}
      <Answer appeal={appeal} />
      <AppealActions key={appeal.revision} appeal={appeal} />
      <section aria-labelledby="appeal-steps">
        <h2 id="appeal-steps">办理经过</h2>
        <ol className="appeal-steps">
          {appeal.steps.map(({ step, words, unitName, dueOn, at, by }) => (
            <li key={`${at} ${step}`}>
              <span>{momentWords(at)}</span>
              <span>
                <b>{appealStepNames[step]}</b>
                {unitName !== null && `：${unitName}`}
                {dueOn !== null && `，${dueOn} 以前答复`}
                {words !== '' && <span className="appeal-words">　{words}</span>} <small>{by}</small>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

function AppealFacts({ appeal }: { readonly appeal: EnterpriseAppealJson }) {
  const { enterprise, kind, unit, dueOn, byItself, raisedBy, raisedAt, taskId, may } = appeal;
  const mayReadTasks = useMay('task.read');
  const own = useMay('enterprise.ask');
  return (
    <Facts>
      <Fact name="企业">
        {may.file ? (
          <Link
            {...(own
              ? { to: '/my-enterprise' as const }
              : { to: '/enterprises/$enterpriseId' as const, params: { enterpriseId: enterprise.id } })}
          >
            {enterprise.name}
          </Link>
        ) : (
          enterprise.name
        )}
      </Fact>
      <Fact name="类别">{appealKindNames[kind]}</Fact>
      <Fact name="提出">
        {byItself ? '企业自己' : '单位代记'}，{raisedBy}，{momentWords(raisedAt)}
      </Fact>
      <Fact name="办理单位">{unit?.name ?? '还没有分办'}</Fact>
      <Fact name="办理期限">{dueOn ?? '还没有定'}</Fact>
      {taskId !== null && (
        <Fact name="任务">
          {mayReadTasks ? (
            <Link to="/tasks/$taskId" params={{ taskId }}>
              已立为任务
            </Link>
          ) : (
            '已立为任务'
          )}
        </Fact>
      )}
    </Facts>
  );
}

function Papers({ appeal }: { readonly appeal: EnterpriseAppealJson }) {
  const enterprise = useQuery(enterpriseQuery(appeal.enterprise.id));
  if (enterprise.data === undefined) return null;
  return (
    <p>
      <PapersOf enterprise={enterprise.data} about={`appeal:${appeal.id}`} of={appeal.title} />
    </p>
  );
}

function Answer({ appeal }: { readonly appeal: EnterpriseAppealJson }) {
  const { answer, answeredBy, answeredAt, satisfied, judgedWords } = appeal;
  if (answer === null) return null;
  return (
    <section className="appeal-answer" aria-label="答复">
      <p>
        <b>答复</b>
      </p>
      <p className="appeal-words">{answer}</p>
      <p className="pale">
        {answeredBy}，{momentWords(answeredAt ?? appeal.raisedAt)}
      </p>
      {satisfied !== null && (
        <p>
          企业{satisfied ? '满意' : '不满意'}
          {judgedWords !== null && judgedWords !== '' && `：${judgedWords}`}
        </p>
      )}
    </section>
  );
}
