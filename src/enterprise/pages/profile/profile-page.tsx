import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { useFileParts } from '../../../../platform/web/shell/file-parts.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { AppealsBrief } from '../appeals/appeals-brief.tsx';
import { aboutOf } from '../file/about.ts';
import { toDoOf } from '../file/to-do.ts';
import { GrantsBrief } from '../grants/grants-brief.tsx';
import type { FigureWords } from '../parts/figures.ts';
import { enterpriseQuery, useWords } from '../parts/use-enterprise.ts';
import { today } from '../parts/words.ts';
import { PromisesBrief } from '../promises/promises-brief.tsx';
import { ChangesBrief, FactsBrief, FiguresBrief, TitlesBrief } from './briefs.tsx';
import { ProjectsBrief } from './projects-brief.tsx';
import '../parts/enterprise.css';
import './profile.css';

const route = getRouteApi('/enterprises/$enterpriseId/profile');

/** One enterprise on two sheets of paper. What does not fit is counted, not squeezed in. */
export function ProfilePage() {
  const { enterpriseId } = route.useParams();
  const enterprise = useQuery(enterpriseQuery(enterpriseId));
  const words = useWords();
  usePageTitle(enterprise.data === undefined ? '两页档案' : `${enterprise.data.name}档案`);
  const error = enterprise.error ?? words.error;
  if (error && (enterprise.data === undefined || words.data === undefined))
    return <Failure error={error} onRetry={() => void (enterprise.error ? enterprise : words).refetch()} />;
  if (enterprise.data === undefined || words.data === undefined) return <Waiting lines={12} />;
  return (
    <article className="profile">
      <nav className="profile-tools" aria-label="两页档案">
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }}>
          回到档案
        </Link>
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
      </nav>
      <Sheets enterprise={enterprise.data} kinds={words.data.figures} />
    </article>
  );
}

interface SheetsProps {
  readonly enterprise: EnterpriseJson;
  readonly kinds: readonly FigureWords[];
}

function Sheets({ enterprise, kinds }: SheetsProps) {
  const { name, code, region } = enterprise;
  const params = { enterpriseId: enterprise.id };
  const history = useQuery(queryFor(enterpriseApi.readHistory, { params, query: { pageSize: 4 } }));
  const briefs = useFileParts().flatMap(({ key, title, Brief }) =>
    Brief === undefined ? [] : [{ key, title, Brief }],
  );
  const readsProjects = useMay('project.read');
  const about = aboutOf(enterprise, false);
  const todo = toDoOf(enterprise, today());
  return (
    <>
      <section className="profile-sheet" aria-label="第一页">
        <header className="profile-head">
          <h1>{name}</h1>
          <p>
            {code ?? '没有信用代码'}　{region.name}　{today()} 打印
          </p>
        </header>
        <Block title="基本情况">
          <FactsBrief enterprise={enterprise} />
        </Block>
        <Block title="数据">
          <FiguresBrief enterprise={enterprise} kinds={kinds} />
        </Block>
        <Block title="称号">
          <TitlesBrief enterprise={enterprise} />
        </Block>
        <footer>第 1 页，共 2 页</footer>
      </section>
      <section className="profile-sheet" aria-label="第二页">
        {briefs.map(({ key, title, Brief }) => (
          <Block key={key} title={title}>
            <Suspense fallback={<Waiting lines={2} />}>
              <Brief {...about} />
            </Suspense>
          </Block>
        ))}
        {readsProjects && (
          <Block title="项目">
            <ProjectsBrief enterprise={enterprise} />
          </Block>
        )}
        <Block title="拿到过什么">
          <GrantsBrief enterprise={enterprise} />
        </Block>
        <Block title="双方承诺">
          <PromisesBrief enterprise={enterprise} />
        </Block>
        <Block title="诉求">
          <AppealsBrief enterprise={enterprise} />
        </Block>
        <Block title="要它办的事">
          {todo.length === 0 ? (
            <p>档案齐全，没有快到期的称号。</p>
          ) : (
            <ul>
              {todo.slice(0, 4).map(({ key, words, by }) => (
                <li key={key}>
                  {words}
                  {by !== null && `（${by} 以前）`}
                </li>
              ))}
            </ul>
          )}
        </Block>
        <Block title="最近的变更">
          <ChangesBrief rows={history.data?.rows ?? []} total={history.data?.total ?? 0} />
        </Block>
        <footer>第 2 页，共 2 页</footer>
      </section>
    </>
  );
}

const Block = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <section className="profile-block" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);
