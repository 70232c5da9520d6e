import { getRouteApi, Link } from '@tanstack/react-router';
import { send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type CreateTaskJson, sourceNames, tasksApi } from '../../contract.ts';
import { checkContent, contentFields, contentIn } from './content/fields.tsx';
import { newDuty } from './content/lines.ts';
import { tasksCalled } from './moves/task-dialog.tsx';
import { unitsCalled } from './units.ts';
import { useChanged } from './use-changed.ts';
import './task.css';

const route = getRouteApi('/tasks/new');
const isUpper = ({ kind }: Values): boolean => kind === 'upper-document';

const fields: readonly Field[] = [
  {
    ...{ input: 'choice', name: 'kind', label: '来自', required: true, width: 2 },
    options: (['instruction', 'upper-document'] as const).map((kind) => ({ value: kind, label: sourceNames[kind] })),
  },
  { input: 'text', name: 'title', label: '任务', required: true, most: 120, width: 4 },
  { input: 'text', name: 'documentTitle', label: '文件标题', required: true, most: 200, shown: isUpper },
  { input: 'text', name: 'docNumber', label: '文号', most: 60, width: 3, shown: isUpper },
  {
    input: 'text',
    name: 'place',
    label: '在文件的哪里',
    most: 60,
    width: 3,
    shown: isUpper,
    help: '例如：第三条第二项',
  },
  { input: 'long', name: 'words', label: '具体要求', most: 2000 },
  { input: 'pick', of: 'chain', several: true, name: 'chains', label: '产业链', help: '不选就是不限产业链' },
  ...contentFields,
  { input: 'pick', of: 'party', several: true, name: 'dependsOn', label: '要先做完的任务' },
  { input: 'check', name: 'send', label: '', text: '保存后马上下达，责任单位会收到消息' },
];

/** A task that no plan brought: by instruction, or of a document from above. */
export function NewTaskPage() {
  const navigate = route.useNavigate();
  const changed = useChanged();
  const mayInstruct = useMay('task.instruct');
  usePageTitle('新建任务');
  if (!mayInstruct)
    return (
      <Empty title="不能新建任务">
        <p>您的岗位没有立项交办任务的权限。</p>
      </Empty>
    );
  return (
    <article className="page task-page task-new">
      <p className="task-back">
        <Link to="/tasks">全部任务</Link>
      </p>
      <h1>新建任务</h1>
      <p className="move-hint">
        两句话就能说清的交办，可以在<Link to="/chief">领导过问</Link>里写，系统认出单位和时限。
      </p>
      <ExtraPicks kind="party" find={(words) => tasksCalled(words, null)}>
        <ExtraPicks kind="unit" find={unitsCalled}>
          <DataForm
            label="新建任务"
            fields={fields}
            draft="new-task"
            initial={{ kind: 'instruction', send: true, duties: [newDuty([])], milestones: [], figures: [] }}
            check={checkContent}
            submitText="保存"
            onSubmit={async (values) => {
              const task = await send(tasksApi.createTask, { body: bodyOf(values) });
              changed(task);
              notify(values.send === true ? '任务已立项并下达。' : '任务已立项，核对以后下达。');
              await navigate({ to: '/tasks/$taskId', params: { taskId: task.id } });
            }}
            onCancel={() => void navigate({ to: '/tasks' })}
          />
        </ExtraPicks>
      </ExtraPicks>
    </article>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => (text(value) === '' ? null : text(value));
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function bodyOf(values: Values): CreateTaskJson {
  const { documentTitle, docNumber, place } = values;
  return {
    ...{ title: text(values.title), words: orNull(values.words), chains: ids(values.chains) },
    source: isUpper(values)
      ? { kind: 'upper-document', title: text(documentTitle), docNumber: orNull(docNumber), place: orNull(place) }
      : { kind: 'instruction' },
    ...contentIn(values),
    ...{ dependsOn: ids(values.dependsOn), send: values.send === true },
  };
}
