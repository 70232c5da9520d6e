import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type CycleJson, dispatchApi } from '../../contract.ts';
import { useFreshCycles } from './cycle-actions.tsx';

interface Props {
  readonly cycle: CycleJson;
  /** Null: all that have not reported. */
  readonly unitIds: readonly string[] | null;
  onClose(): void;
}

/** Reminds units by a message and their workbench; who has reported meanwhile is left alone. */
export function RemindDialog({ cycle, unitIds, onClose }: Props) {
  const id = useId();
  const fresh = useFreshCycles();
  const [words, setWords] = useState('');
  const count = unitIds?.length ?? cycle.progress?.unitsMissing ?? 0;
  const reminding = useMutation({
    mutationFn: () =>
      send(dispatchApi.remindCycle, {
        params: { cycleId: cycle.id },
        body: {
          revision: cycle.revision,
          unitIds: unitIds === null ? null : [...unitIds],
          words: words.trim() === '' ? null : words.trim(),
        },
      }),
    onSuccess: async ({ reminders }) => {
      notify(`提醒了 ${reminders[0]?.units ?? 0} 个单位。`);
      onClose();
      await fresh();
    },
  });
  return (
    <Modal
      open
      title={`提醒 ${count} 个单位`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={reminding.isPending} onClick={() => reminding.mutate()}>
            提醒
          </Button>
        </>
      }
    >
      {reminding.error !== null && <Refusals sentences={sentencesOf(reminding.error)} />}
      <p>没有报全的单位会收到一条消息，工作台上有待办。已经报全的不再打扰。</p>
      <label htmlFor={id}>附一句话（可以不写）</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </Modal>
  );
}
