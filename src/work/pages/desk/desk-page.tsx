import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { useDeskParts } from '../../../../platform/web/shell/desk-parts.ts';
import { useMay, useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { noticeApi } from '../../../notice/contract.ts';
import { workApi } from '../../contract.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';
import { BoxTabs, isBoxPanel } from './box-tabs.tsx';
import { useDesk } from './desk-settings.ts';
import { MessageCard } from './message-card.tsx';
import { WeekCard } from './week-card.tsx';
import '../wording/work.css';
import './desk.css';

const LOOK_AGAIN_MS = 60_000;

/** The first page after the login: what is to be done, what is new, what is due. */
export function DeskPage() {
  const { desk, change } = useDesk();
  const navigate = useNavigate();
  const [arranging, setArranging] = useState(false);
  const assigns = useMay('work.assign');
  const name = useSession()?.person?.name;
  const parts = useDeskParts();
  usePageTitle('工作台');
  return (
    <div className="page work-page">
      <div className="work-head">
        <h1>{name === undefined ? '工作台' : `${name}，您好`}</h1>
        <div className="work-head-tools">
          <Button onClick={() => setArranging(true)}>布置</Button>
          {assigns && (
            <Button type="primary" onClick={() => void navigate({ to: '/give' })}>
              交办事项
            </Button>
          )}
        </div>
      </div>
      <Figures />
      {parts.map(({ key, Part }) => (
        <Suspense key={key} fallback={<Waiting lines={10} />}>
          <Part />
        </Suspense>
      ))}
      {desk === null ? (
        <Waiting />
      ) : (
        <div className="desk">
          {desk.panels.some(isBoxPanel) && (
            <div className="desk-main">
              <BoxTabs panels={desk.panels} tab={desk.tab} onTab={(tab) => change({ tab })} />
            </div>
          )}
          <div className="desk-side">
            {desk.panels.map((panel) =>
              panel === 'week' ? <WeekCard key={panel} /> : panel === 'messages' ? <MessageCard key={panel} /> : null,
            )}
          </div>
        </div>
      )}
      {arranging && desk !== null && (
        <ArrangeDialog
          panels={desk.panels}
          onChange={(panels) => change({ panels })}
          onClose={() => setArranging(false)}
        />
      )}
    </div>
  );
}

/** The figures that a person looks at first, each the way to what it counts. */
function Figures() {
  const counts = useQuery({ ...queryFor(workApi.readCounts, {}), refetchInterval: LOOK_AGAIN_MS });
  const unread = useQuery(queryFor(noticeApi.readUnread, {}));
  const shown = (count: number | undefined): string => (count === undefined ? '…' : count.toLocaleString('zh-CN'));
  const { data } = counts;
  return (
    <ul className="desk-figures" aria-label="现在有多少">
      <li>
        <Link to="/work" search={{ box: 'todo' }}>
          <b>{shown(data?.todo)}</b> 待办
        </Link>
      </li>
      <li className={data !== undefined && data.overdue > 0 ? 'desk-late' : ''}>
        <Link to="/work" search={{ box: 'todo', due: 'overdue' }}>
          <b>{shown(data?.overdue)}</b> 已逾期
        </Link>
      </li>
      <li>
        <Link to="/work" search={{ box: 'todo', due: 'week' }}>
          <b>{shown(data?.dueThisWeek)}</b> 本周到期
        </Link>
      </li>
      <li>
        <Link to="/work" search={{ box: 'given' }}>
          <b>{shown(data?.given)}</b> 我发起，在办
          {data !== undefined && data.returned > 0 && <em>{shown(data.returned)} 件退回</em>}
        </Link>
      </li>
      <li>
        <Link to="/messages">
          <b>{shown(unread.data?.unread)}</b> 未读消息
        </Link>
      </li>
    </ul>
  );
}
