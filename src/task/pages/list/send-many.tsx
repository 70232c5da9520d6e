import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import type { Selection } from '../../../../platform/web/list/listing/selection.ts';
import { tasksApi } from '../../contract.ts';

/** As many as the server sends at once. */
export const mostSent = 500;
const pageSize = 200;

type Asked = Parameters<typeof send<typeof tasksApi.listTasks>>[1]['query'];

/** Ticked ones by id; of “all that match but these” those that match are asked for, up to one more than can be sent. */
export async function idsOf(selection: Selection, query: Asked): Promise<string[]> {
  if (selection.kind === 'some') return [...selection.ids];
  const ids: string[] = [];
  for (let page = 1; ids.length <= mostSent + selection.except.size; page += 1) {
    const { rows } = await send(tasksApi.listTasks, { query: { ...query, page, pageSize } });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < pageSize) break;
  }
  return ids.filter((id) => !selection.except.has(id));
}

interface Props {
  readonly taskIds: readonly string[];
  onSent(): void;
  onClose(): void;
}

/** Sends many tasks to their units at once, and says of each that could not be sent why. */
export function SendMany({ taskIds, onSent, onClose }: Props) {
  const sending = useMutation({
    mutationFn: () => send(tasksApi.assignTasks, { body: { taskIds: [...taskIds] } }),
    onSuccess: onSent,
  });
  const { data } = sending;
  return (
    <Modal
      open
      title={data === undefined ? `下达 ${taskIds.length} 项任务` : '下达结果'}
      onCancel={onClose}
      footer={
        data === undefined ? (
          <>
            <Button onClick={onClose}>取消</Button>
            <Button type="primary" autoFocus loading={sending.isPending} onClick={() => sending.mutate()}>
              下达
            </Button>
          </>
        ) : (
          <Button type="primary" autoFocus onClick={onClose}>
            知道了
          </Button>
        )
      }
    >
      {sending.error !== null && <Refusals sentences={sentencesOf(sending.error)} />}
      {data === undefined ? (
        <p>责任单位会收到消息，工作台上有待办，等它们签收。不能下达的会逐项说明原因。</p>
      ) : (
        <div role="status">
          <p>{data.sent.length === 0 ? '一项也没有下达。' : `下达了 ${data.sent.length} 项。`}</p>
          {data.refused.length > 0 && (
            <>
              <p>没有下达的 {data.refused.length} 项：</p>
              <ul className="tasks-refused">
                {data.refused.map(({ taskId, title, why }) => (
                  <li key={taskId}>
                    <Link to="/tasks/$taskId" params={{ taskId }}>
                      {title}
                    </Link>
                    <span>{why}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Modal>
  );
}
