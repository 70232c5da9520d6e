import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../../platform/web/form/extra-picks.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import type { Picked } from '../../../../../platform/web/form/pick-sources.ts';
import { type DutyJson, type TaskJson, tasksApi } from '../../../contract.ts';
import { EvidenceInput } from '../evidence-input.tsx';
import { EvidenceList } from '../evidence-list.tsx';
import { unitsCalled } from '../units.ts';
import { type FormMove, type MoveForm, moveForms } from './move-forms.ts';
import { refreshing } from './refreshing.ts';

interface Props {
  readonly move: FormMove;
  readonly task: TaskJson;
  readonly duty: DutyJson;
  onStale(): void;
  onDone(task: TaskJson, said: string): void;
  onClose(): void;
}

/** Asks for what a move needs, and makes it. */
export function MoveDialog({ move, task, duty, onStale, onDone, onClose }: Props) {
  const form: MoveForm = moveForms[move];
  const hint = form.hint?.(task, duty) ?? '';
  const fields: readonly Field[] = [...form.fields(task, duty), ...(move === 'submit' ? [evidence(task, duty)] : [])];
  return (
    <Modal
      open
      title={`${form.title}：${duty.unit.name}`}
      width={560}
      footer={null}
      keyboard={false}
      onCancel={onClose}
    >
      {hint !== '' && <p className="move-hint">{hint}</p>}
      {(move === 'closeOut' || move === 'giveBack') && <Submitted task={task} duty={duty} />}
      <Picks move={move} task={task}>
        <DataForm
          label={form.title}
          fields={fields}
          initial={form.initial?.(task, duty) ?? {}}
          submitText={form.button}
          onSubmit={async (values) => {
            const next = await refreshing(onStale, () => form.perform(task, duty, values));
            onDone(next, form.done);
          }}
          onCancel={onClose}
        />
      </Picks>
    </Modal>
  );
}

const evidence = (task: TaskJson, duty: DutyJson): Field => ({
  ...{ input: 'own', name: 'evidence', label: '证明材料', required: true },
  render: (given) => <EvidenceInput {...given} taskId={task.id} dutyId={duty.id} />,
});

/** What a second person looks at before he agrees. */
function Submitted({ task, duty: { submission } }: { readonly task: TaskJson; readonly duty: DutyJson }) {
  if (submission === null) return null;
  return (
    <div className="duty-notice" data-tone="accent">
      <b>
        {submission.by.name} {submission.on} 申请销号
      </b>
      {submission.words}
      <EvidenceList taskId={task.id} evidence={submission.evidence} />
    </div>
  );
}

interface PicksProps {
  readonly move: FormMove;
  readonly task: TaskJson;
  readonly children: ReactNode;
}

/** Units that may be given a part, chiefs that may be told. */
function Picks({ move, task, children }: PicksProps) {
  if (move === 'reassign')
    return (
      <ExtraPicks kind="unit" find={unitsCalled}>
        {children}
      </ExtraPicks>
    );
  if (move === 'escalate')
    return (
      <ExtraPicks kind="party" find={(words) => chiefsOf(task.id, words)}>
        {children}
      </ExtraPicks>
    );
  return <>{children}</>;
}

async function chiefsOf(taskId: string, words: string): Promise<readonly Picked[]> {
  const { chiefs } = await send(tasksApi.findChiefs, { query: { taskId } });
  return chiefs
    .filter(({ name }) => name.includes(words.trim()))
    .map(({ postId, name }) => ({ value: postId, label: name }));
}
