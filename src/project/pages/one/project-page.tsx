import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ProjectJson, projectApi } from '../../contract.ts';
import { alarmNames, monthWords, natureNames } from '../../domain/index.ts';
import { lightWords } from '../parts/words.ts';
import { Actions } from './actions.tsx';
import { CurvePart } from './curve.tsx';
import { History } from './history.tsx';
import { Followers, MeansPart, Milestones, Permits, PlanPart } from './lists.tsx';
import { Months } from './months.tsx';
import { Photos } from './photos.tsx';
import { StageLine } from './stage-line.tsx';
import '../parts/project.css';
import '../parts/likes.css';
import './one.css';

const route = getRouteApi('/projects/$projectId');

/** One project: where it stands and why it is stuck, its investment, what it needs, who follows it, what happened. */
export function ProjectPage() {
  const { projectId } = route.useParams();
  const { asOf } = route.useSearch();
  const project = useQuery(queryFor(projectApi.readProject, { params: { projectId }, query: asOf ? { asOf } : {} }));
  usePageTitle(project.data?.name ?? '项目');
  if (project.error && project.data === undefined)
    return <Failure error={project.error} onRetry={() => void project.refetch()} />;
  if (project.data === undefined) return <Waiting lines={10} />;
  return <Page project={project.data} key={project.data.id} />;
}

function Page({ project }: { readonly project: ProjectJson }) {
  return (
    <article className="page project-page">
      <p className="page-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <div className="page-head">
        <h1>
          {project.name} <Light colour={project.light} word={lightWords[project.light]} />
        </h1>
        <Actions project={project} />
      </div>
      <Notes project={project} />
      <StageLine project={project} />
      <Alarms project={project} />
      <div className="project-columns">
        <div>
          <CurvePart project={project} />
          <Months project={project} />
          <Permits project={project} />
          <Milestones project={project} />
        </div>
        <div>
          <HeadFacts project={project} />
          <Followers project={project} />
          <Photos project={project} />
          <PlanPart project={project} />
          <MeansPart project={project} />
        </div>
      </div>
      <History project={project} />
    </article>
  );
}

/** What is out of the ordinary about it. */
function Notes({ project }: { readonly project: ProjectJson }) {
  const { asOf, withdrawnOn, mergedInto, merged, pairs, undecided } = project;
  return (
    <>
      {asOf !== null && (
        <p className="page-note">
          这是到 {asOf} 为止所知道的样子。{' '}
          <Link to="/projects/$projectId" params={{ projectId: project.id }}>
            回到现在
          </Link>
        </p>
      )}
      {withdrawnOn !== null && <p className="page-note">已在 {withdrawnOn} 退库，不计入合计。</p>}
      {mergedInto !== null && (
        <p className="page-note">
          已并入{' '}
          <Link to="/projects/$projectId" params={{ projectId: mergedInto.id }}>
            {mergedInto.name}
          </Link>
          ，不另外计数。
        </p>
      )}
      {merged.length > 0 && (
        <p className="page-note">并入本项目的：{merged.map(({ name }) => name).join('、')}。只算一次。</p>
      )}
      {pairs > 0 && (
        <p className="page-note">
          有 {pairs} 个项目可能和它是同一个。{' '}
          <Link to="/projects/doubles" search={{ projectId: project.id }}>
            去判定
          </Link>
        </p>
      )}
      {undecided && <p className="pale">有一步还没有经第二个人核定，先按报的算。</p>}
    </>
  );
}

function Alarms({ project: { alarms } }: { readonly project: ProjectJson }) {
  if (alarms.length === 0) return null;
  return (
    <section aria-label="堵在哪里" className="project-alarms">
      <ul>
        {alarms.map((alarm) => (
          <li key={`${alarm.rule} ${alarm.reason}`}>
            <Light colour={alarm.light} word={alarmNames[alarm.rule]} />
            <span>{alarm.reason}</span>
            <small>{alarm.since} 起</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HeadFacts({ project }: { readonly project: ProjectJson }) {
  const { content, unit, region, chain, totalFen, doneFen, confirmedFen, lastMonth } = project;
  const { facts, before } = content;
  const month = (value: string | null): string => (value === null ? '没有写' : monthWords(value));
  return (
    <section aria-label="基本情况" className="project-part">
      <div className="page-part-head">
        <h2>基本情况</h2>
      </div>
      <Facts>
        <Fact name="企业">{facts.enterprise}</Fact>
        <Fact name="管理单位">
          {unit.name}（{region.name}）
        </Fact>
        <Fact name="产业链">{chain?.name ?? '没有选'}</Fact>
        <Fact name="建设性质">{natureNames[facts.nature]}</Fact>
        <Fact name="总投资">
          <Amount fen={totalFen} />
        </Fact>
        <Fact name="累计完成">
          <Amount fen={doneFen} />
          {confirmedFen < doneFen && (
            <small className="pale">
              {' '}
              其中已核定 <Amount fen={confirmedFen} />
            </small>
          )}
        </Fact>
        {before !== null && (
          <Fact name="以前完成">
            <Amount fen={before.fen} />
            （到{monthWords(before.until)}）
          </Fact>
        )}
        <Fact name="报到哪个月">{lastMonth === null ? '还没有报' : monthWords(lastMonth)}</Fact>
        <Fact name="计划开工">{month(facts.startMonth)}</Fact>
        <Fact name="计划竣工">{month(facts.completionMonth)}</Fact>
        <Fact name="计划投产">{month(facts.productionMonth)}</Fact>
        <Fact name="项目代码">{facts.code ?? '没有写'}</Fact>
        <Fact name="信用代码">{facts.creditCode ?? '没有写'}</Fact>
        <Fact name="地点">{facts.site === '' ? '没有写' : facts.site}</Fact>
      </Facts>
      {facts.scope !== '' && <p className="project-words">{facts.scope}</p>}
      {facts.note !== '' && <p className="project-words pale">{facts.note}</p>}
    </section>
  );
}
