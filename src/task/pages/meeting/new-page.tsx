import { getRouteApi, Link } from '@tanstack/react-router';
import { send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { meetingApi } from '../../contract.ts';
import { meetingItemKinds } from '../../domain/index.ts';
import { todayHere } from '../parts/today.ts';
import { headFields, headOf } from './head-fields.ts';
import '../parts/parts.css';

const route = getRouteApi('/meetings/new');
const kinds = ['escalated', 'disputed', 'help', 'extension', 'red'] as const;

const fields: readonly Field[] = [
  ...headFields,
  {
    ...{ input: 'several', name: 'compose', label: '先列进议程的' },
    options: kinds.map((kind) => ({ value: kind, label: meetingItemKinds[kind] })),
  },
];

/** Opens a meeting, with an agenda of what has to be talked about. */
export function NewMeetingPage() {
  const navigate = route.useNavigate();
  const may = useMay('task.dispatch');
  usePageTitle('开一个会');
  if (!may)
    return (
      <Empty title="不能开会">
        <p>您的岗位没有下达和调度任务的权限。</p>
      </Empty>
    );
  return (
    <article className="page task-page">
      <p>
        <Link to="/meetings" search={{}}>
          全部会议
        </Link>
      </p>
      <h1>开一个会</h1>
      <DataForm
        label="开一个会"
        fields={fields}
        initial={{ heldOn: todayHere(), compose: [...kinds], sits: [] }}
        submitText="排出议程"
        onSubmit={async (values) => {
          const compose = kinds.filter((kind) => Array.isArray(values.compose) && values.compose.includes(kind));
          const { id } = await send(meetingApi.createMeeting, { body: { ...headOf(values), compose } });
          await navigate({ to: '/meetings/$meetingId', params: { meetingId: id } });
        }}
        onCancel={() => void navigate({ to: '/meetings', search: {} })}
      />
    </article>
  );
}
