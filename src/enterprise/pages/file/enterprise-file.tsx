import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { useFileParts } from '../../../../platform/web/shell/file-parts.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { stateNames } from '../../domain/index.ts';
import { AppealsPart } from '../appeals/appeals-part.tsx';
import { GrantsPart } from '../grants/grants-part.tsx';
import { today } from '../parts/words.ts';
import { PromisesPart } from '../promises/promises-part.tsx';
import { aboutOf } from './about.ts';
import { Actions } from './actions.tsx';
import { Asked } from './asked.tsx';
import { Basics } from './basics.tsx';
import { Contacts } from './contacts.tsx';
import { Entitlements } from './entitlements.tsx';
import { History } from './history.tsx';
import { Papers } from './papers.tsx';
import { Projects } from './projects.tsx';
import { Titles } from './titles.tsx';
import { TrendPart } from './trend-part.tsx';
import '../parts/enterprise.css';
import './file.css';

interface Props {
  readonly enterprise: EnterpriseJson;
  /** The enterprise itself looks at it. */
  readonly own: boolean;
  /** Null: now. */
  onAsOf(day: string | null): void;
}

interface Drawn {
  readonly key: string;
  readonly title: string;
  readonly order: number;
  readonly content: ReactNode;
}

/** One file: what the register knows, and what every other slice adds to it, in one order. */
export function EnterpriseFile({ enterprise, own, onAsOf }: Props) {
  const parts = useDrawn(enterprise, own);
  return (
    <>
      <Head enterprise={enterprise} onAsOf={onAsOf} own={own} />
      <Notes enterprise={enterprise} onNow={() => onAsOf(null)} />
      <div className="enterprise-file">
        <nav className="enterprise-ways" aria-label="档案的各部分">
          <ul>
            {parts.map(({ key, title }) => (
              <li key={key}>
                <a href={`#${key}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {parts.map(({ key, title, content }) => (
            <section key={key} id={key} className="enterprise-part" aria-labelledby={`part-${key}`}>
              <h2 id={`part-${key}`}>{title}</h2>
              <Suspense fallback={<Waiting lines={4} />}>{content}</Suspense>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function useDrawn(enterprise: EnterpriseJson, own: boolean): readonly Drawn[] {
  const added = useFileParts();
  const readsProjects = useMay('project.read');
  const readsPolicies = useMay('policy.read');
  const about = aboutOf(enterprise, own);
  const given = { enterprise, own };
  const drawn: readonly Drawn[] = [
    { key: 'asked', title: own ? '要办的事' : '要它办的事', order: own ? 5 : 90, content: <Asked {...given} /> },
    { key: 'basics', title: '基本情况', order: 10, content: <Basics enterprise={enterprise} /> },
    { key: 'contacts', title: '联系人', order: 15, content: <Contacts enterprise={enterprise} /> },
    { key: 'trend', title: '数据和走势', order: 20, content: <TrendPart enterprise={enterprise} /> },
    { key: 'titles', title: '称号', order: 38, content: <Titles enterprise={enterprise} /> },
    ...(readsPolicies
      ? [{ key: 'entitlements', title: '能拿什么', order: 50, content: <Entitlements {...about} /> }]
      : []),
    { key: 'grants', title: '拿到过什么', order: 60, content: <GrantsPart enterprise={enterprise} /> },
    { key: 'promises', title: '双方承诺', order: 92, content: <PromisesPart enterprise={enterprise} /> },
    { key: 'appeals', title: '诉求', order: own ? 6 : 94, content: <AppealsPart {...given} /> },
    ...(readsProjects
      ? [{ key: 'projects', title: '项目', order: 70, content: <Projects enterprise={enterprise} /> }]
      : []),
    { key: 'papers', title: '证明材料', order: 100, content: <Papers enterprise={enterprise} /> },
    { key: 'history', title: '变更记录', order: 110, content: <History enterprise={enterprise} /> },
    ...added.map(({ key, title, order, Part }) => ({ key, title, order, content: <Part {...about} /> })),
  ];
  return drawn.toSorted((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
}

function Head({ enterprise, own, onAsOf }: Props) {
  const { name, titles, state, asOf } = enterprise;
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
        <Actions enterprise={enterprise} own={own} />
      </div>
      <div className="page-part-head">
        <span className="enterprise-tags">
          {state !== 'open' && <b>{stateNames[state]}</b>}
          {titles.map((title) => (
            <span key={title.id}>{title.name}</span>
          ))}
          {enterprise.tags.map((tag) => (
            <span key={tag.id}>{tag.name}</span>
          ))}
        </span>
        <label className="enterprise-as-of" htmlFor="enterprise-as-of">
          看某一天的样子
          <Input
            id="enterprise-as-of"
            type="date"
            size="small"
            max={today()}
            value={asOf ?? ''}
            onChange={({ target }) => onAsOf(target.value === '' ? null : target.value)}
          />
        </label>
      </div>
    </>
  );
}

/** What is out of the ordinary about it. */
function Notes({ enterprise, onNow }: { readonly enterprise: EnterpriseJson; onNow(): void }) {
  const { asOf, mergedInto, merged, openPairs, openRequests, content } = enterprise;
  return (
    <>
      {asOf !== null && (
        <p className="page-note">
          这是 {asOf} 那一天的样子。{' '}
          <button type="button" className="enterprise-link" onClick={onNow}>
            回到现在
          </button>
        </p>
      )}
      {mergedInto !== null && (
        <p className="page-note">
          已并入{' '}
          <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: mergedInto.id }}>
            {mergedInto.name}
          </Link>
          ，不另外计数。
        </p>
      )}
      {merged.length > 0 && (
        <p className="page-note">并入本企业的：{merged.map(({ name }) => name).join('、')}。只算一家。</p>
      )}
      {openPairs > 0 && <p className="page-note">有 {openPairs} 家企业可能和它是同一家，等待判定。</p>}
      {openRequests > 0 && <p className="page-note">有 {openRequests} 份变更申请等待核定。</p>}
      {content.codeReason !== null && <p className="page-note">信用代码存疑，仍采用：{content.codeReason}</p>}
    </>
  );
}
