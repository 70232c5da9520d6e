import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { type TaskJson, tasksApi } from '../../contract.ts';
import { todayHere } from '../parts/today.ts';
import { refreshing } from './moves/refreshing.ts';
import type { TaskProps } from './props.ts';

type Milestone = TaskJson['milestones'][number];

/** Points on the way, each with its day; whoever owes one says when it is reached. */
export function Milestones({ task, onChanged, onStale }: TaskProps) {
  const [asking, setAsking] = useState<Milestone | null>(null);
  const today = todayHere();
  const unitId = useSession()?.post?.unitId;
  if (task.milestones.length === 0) return null;
  const whose = (dutyId: string | null): string | undefined => task.duties.find(({ id }) => id === dutyId)?.unit.name;
  // Why it cannot be told is of interest to whoever owes it.
  const isOwn = (dutyId: string | null): boolean =>
    task.duties.some(({ id, role, unit }) => unit.id === unitId && (dutyId === null ? role === 'lead' : id === dutyId));
  return (
    <section aria-labelledby="task-milestones">
      <h2 id="task-milestones">节点（{task.milestones.length}）</h2>
      <ol className="milestones">
        {[...task.milestones]
          .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
          .map((milestone) => {
            const { id, name, dueOn, dutyId, reachedOn, may } = milestone;
            const late = reachedOn === null && dueOn < today;
            return (
              <li key={id} data-reached={reachedOn !== null || undefined} data-late={late || undefined}>
                <span>
                  <b>{name}</b>
                  {whose(dutyId) !== undefined && <small>{whose(dutyId)}</small>}
                </span>
                <span>{dueOn}</span>
                <span>{reachedOn !== null ? `${reachedOn} 完成` : late ? '已过期，没有完成' : '没有完成'}</span>
                {may.may ? (
                  <Button size="small" aria-label={`节点完成：${name}`} onClick={() => setAsking(milestone)}>
                    完成
                  </Button>
                ) : (
                  reachedOn === null && may.why !== null && isOwn(dutyId) && <small className="pale">{may.why}</small>
                )}
              </li>
            );
          })}
      </ol>
      {asking !== null && (
        <Modal open title={`节点完成：${asking.name}`} footer={null} keyboard={false} onCancel={() => setAsking(null)}>
          <DataForm
            label="节点完成"
            fields={[{ input: 'long', name: 'words', label: '怎样完成的', required: true, most: 2000 }]}
            initial={{}}
            submitText="记为完成"
            onSubmit={async ({ words }) => {
              const body = { revision: task.revision, milestoneId: asking.id, words: String(words) };
              onChanged(
                await refreshing(onStale, () => send(tasksApi.reachMilestone, { params: { taskId: task.id }, body })),
              );
              setAsking(null);
              notify('节点记为完成。');
            }}
            onCancel={() => setAsking(null)}
          />
        </Modal>
      )}
    </section>
  );
}
