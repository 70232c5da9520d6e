import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type MeetingRowJson, meetingApi } from '../../contract.ts';
import '../from-plan/origin.css';
import '../parts/parts.css';
import './meeting.css';

const route = getRouteApi('/meetings');
const pageSize = 50;

/** Meetings about tasks, the latest first, with what became of what they decided. */
export function MeetingsPage() {
  const { page = 1, text } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay('task.dispatch');
  usePageTitle('会议');
  const meetings = useQuery({
    ...queryFor(meetingApi.listMeetings, { query: { page, pageSize, ...(text !== undefined && { text }) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page task-page">
      <h1>会议</h1>
      <p className="origin-lead">议程从红灯、退回、求助和延期申请里来，会上议定的当场变成任务或者办理。</p>
      <div className="origin-bar">
        {may && (
          <Link to="/meetings/new" className="ant-btn ant-btn-primary ant-btn-color-primary ant-btn-variant-solid">
            开一个会
          </Link>
        )}
        <Input.Search
          allowClear
          defaultValue={text ?? ''}
          placeholder="会议名称"
          aria-label="按名称找会议"
          maxLength={100}
          style={{ maxWidth: 300 }}
          onSearch={(words) => void navigate({ search: words.trim() === '' ? {} : { text: words.trim() } })}
        />
      </div>
      <List<MeetingRowJson>
        label="会议"
        rows={meetings.data?.meetings}
        error={meetings.error}
        onRetry={() => void meetings.refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onOpen={({ id }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })}
        empty={
          <Empty title={text === undefined ? '还没有开过会' : '没有找到这样的会议'}>
            <p>{text === undefined ? '开会以后，议程和议定的事都留在这里。' : '换几个字试试。'}</p>
          </Empty>
        }
        {...(meetings.data && {
          paging: {
            ...{ page, pageSize, total: meetings.data.total },
            onPage: (next: number) =>
              void navigate({ search: { ...(text !== undefined && { text }), ...(next > 1 && { page: next }) } }),
          },
        })}
      />
    </div>
  );
}

const columns: readonly Column<MeetingRowJson>[] = [
  {
    ...{ key: 'title', title: '会议', width: 'minmax(240px, 2fr)', narrow: 'main' },
    render: ({ id, title }) => (
      <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
        {title}
      </Link>
    ),
  },
  { key: 'heldOn', title: '日期', width: '112px', render: ({ heldOn }) => heldOn },
  {
    ...{ key: 'place', title: '地区、产业链', width: 'minmax(140px, 1fr)' },
    render: ({ regionName, chainName }) => [regionName, chainName].filter((each) => each !== null).join(' · '),
  },
  {
    ...{ key: 'decided', title: '已议（项）', width: '104px', align: 'end' },
    render: ({ decided, items }) => `${decided} / ${items}`,
  },
  {
    ...{ key: 'tasks', title: '议定任务（项）', width: '150px', align: 'end' },
    render: ({ tasks, closed }) => (tasks === 0 ? '—' : `${tasks}，办结 ${closed}`),
  },
  {
    ...{ key: 'state', title: '状态', width: '88px', narrow: 'figure' },
    render: ({ state }) => (state === 'open' ? '开着' : '已散会'),
  },
];
