import { Modal } from 'antd';
import { send } from '../../../../../platform/web/api.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../../platform/web/form/extra-picks.tsx';
import type { Fault, Field, Values } from '../../../../../platform/web/form/model.ts';
import type { Picked } from '../../../../../platform/web/form/pick-sources.ts';
import { type TaskJson, tasksApi } from '../../../contract.ts';
import { checkContent, contentFields, contentIn } from '../content/fields.tsx';
import { linesOf } from '../content/lines.ts';
import { nameOfUnit, unitsCalled } from '../units.ts';
import { type TaskMove, taskMoveNames } from './names.ts';
import { refreshing } from './refreshing.ts';

type FormMove = Exclude<TaskMove, 'assign'>;

interface Props {
  readonly move: FormMove;
  readonly task: TaskJson;
  onStale(): void;
  onDone(task: TaskJson, said: string): void;
  onClose(): void;
}

interface Dialog {
  readonly hint: string;
  readonly fields: readonly Field[];
  initial(task: TaskJson): Values;
  check?(values: Values): readonly Fault[];
  readonly button: string;
  readonly done: string;
  perform(task: TaskJson, values: Values): Promise<TaskJson>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => (text(value) === '' ? null : text(value));

const dialogs: Readonly<Record<FormMove, Dialog>> = {
  settle: {
    hint: '下达之前把单位、时限和数量写准。下达以后只能改派和延期。',
    fields: contentFields,
    initial: (task) => ({ ...linesOf(task) }),
    check: checkContent,
    ...{ button: '保存', done: '已保存，可以下达了。' },
    perform: ({ id, revision }, values) =>
      send(tasksApi.settleTask, { params: { taskId: id }, body: { revision, ...contentIn(values) } }),
  },
  addUnit: {
    hint: '加进来的单位在下一次“下达”时收到任务。',
    fields: [
      { input: 'pick', of: 'unit', name: 'unitId', label: '单位', required: true, width: 4 },
      {
        ...{ input: 'choice', name: 'role', label: '分工', required: true, width: 2 },
        options: [
          { value: 'cooperating', label: '配合' },
          { value: 'lead', label: '牵头' },
        ],
      },
      {
        input: 'long',
        name: 'part',
        label: '承担的部分',
        most: 500,
        help: '配合单位不写部分也不定时限，就随牵头单位销号',
      },
      { input: 'day', name: 'dueOn', label: '时限', width: 3 },
    ],
    initial: () => ({ role: 'cooperating' }),
    ...{ button: '加上', done: '已加上，下达以后生效。' },
    perform: ({ id, revision }, { unitId, role, part, dueOn }) => {
      const duty = {
        ...{ unitId: text(unitId), unitName: nameOfUnit(text(unitId)), part: orNull(part), dueOn: orNull(dueOn) },
        role: role === 'lead' ? ('lead' as const) : ('cooperating' as const),
      };
      return send(tasksApi.addUnit, { params: { taskId: id }, body: { revision, duty } });
    },
  },
  depend: {
    hint: '写明要先做完哪些任务。前面的没有做完也不妨碍这一项销号，只是看得见。',
    fields: [{ input: 'pick', of: 'party', several: true, name: 'tasks', label: '要先做完的任务' }],
    initial: ({ dependsOn }) => ({ tasks: dependsOn.map(({ id }) => id) }),
    ...{ button: '保存', done: '已保存。' },
    perform: ({ id, revision }, { tasks }) => {
      const dependsOn = (Array.isArray(tasks) ? tasks : []).map(String);
      return send(tasksApi.dependOn, { params: { taskId: id }, body: { revision, dependsOn } });
    },
  },
  withdraw: {
    hint: '撤销以后各单位都不用再办。已经销号的还算销号，经过都留着。',
    fields: [{ input: 'long', name: 'reason', label: '理由', required: true, most: 2000 }],
    initial: () => ({}),
    ...{ button: '撤销任务', done: '任务已撤销。' },
    perform: ({ id, revision }, { reason }) =>
      send(tasksApi.withdrawTask, { params: { taskId: id }, body: { revision, reason: text(reason) } }),
  },
};

/** Asks for what a move of the whole task needs, and makes it. */
export function TaskDialog({ move, task, onStale, onDone, onClose }: Props) {
  const dialog = dialogs[move];
  const form = (
    <DataForm
      label={taskMoveNames[move]}
      fields={dialog.fields}
      initial={dialog.initial(task)}
      {...(dialog.check !== undefined && { check: dialog.check })}
      submitText={dialog.button}
      onSubmit={async (values) => {
        const next = await refreshing(onStale, () => dialog.perform(task, values));
        onDone(next, dialog.done);
      }}
      onCancel={onClose}
    />
  );
  return (
    <Modal
      open
      title={taskMoveNames[move]}
      width={move === 'settle' ? 860 : 560}
      footer={null}
      keyboard={false}
      onCancel={onClose}
    >
      <p className="move-hint">{dialog.hint}</p>
      {move === 'depend' ? (
        <ExtraPicks
          kind="party"
          find={(words) => tasksCalled(words, task.id)}
          known={task.dependsOn.map(({ id, title }) => ({ value: id, label: title }))}
        >
          {form}
        </ExtraPicks>
      ) : (
        <ExtraPicks
          kind="unit"
          find={unitsCalled}
          known={task.duties.flatMap(({ unit }) => (unit.id === null ? [] : [{ value: unit.id, label: unit.name }]))}
        >
          {form}
        </ExtraPicks>
      )}
    </Modal>
  );
}

/** Tasks in reach by a few characters of their title, without the one that asks. */
export async function tasksCalled(words: string, but: string | null): Promise<readonly Picked[]> {
  const typed = words.trim().slice(0, 100);
  const query = { scope: 'all', pageSize: 20, ...(typed !== '' && { text: typed }) } as const;
  const { rows } = await send(tasksApi.listTasks, { query });
  return rows
    .filter(({ id }) => id !== but)
    .map(({ id, title, dueOn }) => ({ value: id, label: title, ...(dueOn !== null && { note: dueOn }) }));
}
