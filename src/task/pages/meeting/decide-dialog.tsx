import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type DecisionJson, type MeetingItemJson, tasksApi } from '../../contract.ts';
import { checkContent, contentFields, contentIn } from '../task/content/fields.tsx';
import { newDuty } from '../task/content/lines.ts';
import { unitsCalled } from '../task/units.ts';

export type DecisionKind = DecisionJson['kind'];

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  note: '记一笔',
  task: '立任务',
  extension: '答复延期',
  reassign: '改派',
  insist: '不同意退回',
  urge: '催办',
  escalate: '报链长',
};

/** What can be decided about an item, by how its task stands. */
export function decisionsFor({ task }: MeetingItemJson): readonly DecisionKind[] {
  if (task === null || task.state !== 'open' || task.unit === null) return ['note', 'task'];
  return [
    'note',
    'task',
    ...(task.extension === null ? [] : (['extension'] as const)),
    ...(task.handedBack === null ? [] : (['insist'] as const)),
    ...(['reassign', 'urge', 'escalate'] as const),
  ];
}

const words = (label: string, required = true): Field => ({
  ...{ input: 'long', name: 'words', label, required, most: 2000 },
});

const fieldsFor = (kind: Exclude<DecisionKind, 'escalate'>): readonly Field[] => {
  switch (kind) {
    case 'note':
      return [words('记什么')];
    case 'task':
      return [
        { input: 'text', name: 'title', label: '任务', required: true, most: 120 },
        words('具体要求', false),
        ...contentFields.filter(({ name }) => name !== 'figures'),
      ];
    case 'extension':
      return [
        { input: 'check', name: 'refuse', label: '', text: '不同意延期' },
        { input: 'day', name: 'to', label: '延到', width: 3, shown: (values) => values.refuse !== true },
        words('说明'),
      ];
    case 'reassign':
      return [
        { input: 'pick', of: 'unit', name: 'unitId', label: '改派给', required: true, width: 4 },
        { input: 'day', name: 'dueOn', label: '时限（不改就空着）', width: 2 },
        words('理由'),
      ];
    case 'insist':
      return [words('理由')];
    case 'urge':
      return [words('催办的话')];
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => (text(value) === '' ? null : text(value));

function decisionOf(kind: DecisionKind, values: Values): DecisionJson {
  const said = { words: text(values.words) };
  switch (kind) {
    case 'task': {
      const { duties, milestones } = contentIn(values);
      return { kind, ...said, title: text(values.title), duties, milestones };
    }
    case 'extension':
      return { kind, ...said, to: values.refuse === true ? null : orNull(values.to) };
    case 'reassign':
      return { kind, ...said, unitId: text(values.unitId), dueOn: orNull(values.dueOn) };
    case 'escalate':
      return { kind, ...said, postId: text(values.postId) };
    default:
      return { kind, ...said };
  }
}

interface Props {
  readonly kind: DecisionKind;
  readonly item: MeetingItemJson;
  onDecide(decision: DecisionJson): Promise<void>;
  onClose(): void;
}

/** Asks for what a decision needs, and makes it. */
export function DecideDialog({ kind, item, onDecide, onClose }: Props) {
  const { task } = item;
  const chiefs = useQuery({
    ...queryFor(tasksApi.findChiefs, { query: { taskId: task?.id ?? '' } }),
    enabled: kind === 'escalate' && task !== null,
  });
  const fields: readonly Field[] =
    kind === 'escalate'
      ? [
          {
            ...{ input: 'choice', name: 'postId', label: '报给', required: true },
            options: (chiefs.data?.chiefs ?? []).map(({ postId, name }) => ({ value: postId, label: name })),
          },
          words('报什么'),
        ]
      : fieldsFor(kind);
  const initial: Values =
    kind === 'task'
      ? { duties: [newDuty([])], milestones: [], figures: [] }
      : kind === 'extension'
        ? { to: task?.extension?.to }
        : {};
  return (
    <Modal
      open
      title={`${decisionNames[kind]}：${item.title}`}
      width={kind === 'task' ? 860 : 560}
      footer={null}
      keyboard={false}
      onCancel={onClose}
    >
      {kind === 'extension' && task?.extension != null && (
        <p className="pale">
          申请延到 {task.extension.to}：{task.extension.reason}
        </p>
      )}
      {kind === 'insist' && task?.handedBack != null && <p className="pale">单位退回的理由：{task.handedBack}</p>}
      <ExtraPicks kind="unit" find={unitsCalled}>
        <DataForm
          label={decisionNames[kind]}
          fields={fields}
          initial={initial}
          {...(kind === 'task' && { check: checkContent })}
          submitText="议定"
          onSubmit={(values) => onDecide(decisionOf(kind, values))}
          onCancel={onClose}
        />
      </ExtraPicks>
    </Modal>
  );
}
