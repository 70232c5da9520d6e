import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { tasksApi } from '../../../contract.ts';
import type { TaskProps } from '../props.ts';
import { type TaskMove, taskMoveNames, taskMoveOrder } from './names.ts';
import { refreshing } from './refreshing.ts';
import { TaskDialog } from './task-dialog.tsx';
import { WhyNot } from './why-not.tsx';

/** What the office can do with the task as a whole. */
export function TaskMoves({ task, onChanged, onStale }: TaskProps) {
  const mayDispatch = useMay('task.dispatch');
  const [open, setOpen] = useState<Exclude<TaskMove, 'assign'> | null>(null);
  const [busy, setBusy] = useState(false);
  if (!mayDispatch) return null;
  const possible = taskMoveOrder.filter((move) => task.may[move].may);
  const reasons = taskMoveOrder.flatMap((move) => {
    const { may, why } = task.may[move];
    return may || why === null ? [] : [{ name: taskMoveNames[move], why }];
  });
  const assign = async (): Promise<void> => {
    setBusy(true);
    try {
      const given = { params: { taskId: task.id }, body: { revision: task.revision } };
      onChanged(await refreshing(onStale, () => send(tasksApi.assignTask, given)));
      notify('已下达，责任单位会收到消息。');
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="task-moves">
      {possible.length > 0 && (
        <div className="task-buttons">
          {possible.map((move) => (
            <Button
              key={move}
              type={move === 'assign' ? 'primary' : 'default'}
              loading={move === 'assign' && busy}
              onClick={() => (move === 'assign' ? void assign() : setOpen(move))}
            >
              {taskMoveNames[move]}
            </Button>
          ))}
        </div>
      )}
      <WhyNot reasons={reasons} />
      {open !== null && (
        <TaskDialog
          move={open}
          task={task}
          onStale={onStale}
          onDone={(next, said) => {
            setOpen(null);
            onChanged(next);
            notify(said);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
