import { getRouteApi, Link } from '@tanstack/react-router';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { LettersView } from './letters-view.tsx';
import { ProposalsView } from './proposals-view.tsx';
import './cycle.css';

const route = getRouteApi('/dispatch/urging');
const panel = 'urging-panel';

/** What the rules call for about tasks that are due or overdue, and the letters that were sent. */
export function UrgingPage() {
  usePageTitle('催办督办');
  const { of = 'proposals' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="page task-page">
      <header className="cycle-head">
        <h1>催办督办</h1>
        <nav className="cycle-links" aria-label="相关页面">
          <Link to="/dispatch" search={{}}>
            各轮调度
          </Link>
          <Link to="/dispatch/settings" search={{}}>
            调度设置
          </Link>
        </nav>
      </header>
      <Tabs
        label="看什么"
        tabs={[
          { key: 'proposals', title: '该催办的' },
          { key: 'letters', title: '督办函' },
        ]}
        chosen={of}
        onChoose={(key) => void navigate({ search: key === 'letters' ? { of: 'letters' } : {}, replace: true })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${of}`}>
        {of === 'letters' ? <LettersView /> : <ProposalsView />}
      </div>
    </div>
  );
}
