import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { MeetingItemJson } from '../../contract.ts';
import { meetingItemKinds } from '../../domain/index.ts';
import { type DecisionKind, decisionNames, decisionsFor } from './decide-dialog.tsx';

interface Props {
  readonly item: MeetingItemJson;
  readonly no: number;
  /** Null: the meeting is over, or somebody else's. */
  readonly order: { readonly first: boolean; readonly last: boolean; move(by: -1 | 1): void; drop(): void } | null;
  onDecide(kind: DecisionKind): void;
}

/** One item of an agenda: how its task stands now, and what was decided. */
export function AgendaItem({ item, no, order, onDecide }: Props) {
  const { task, decisions } = item;
  return (
    <li className="meeting-item">
      <header>
        <span className="meeting-kind" data-kind={item.kind}>
          {meetingItemKinds[item.kind]}
        </span>
        <b>
          {no}. {item.title}
        </b>
        {order !== null && (
          <span className="meeting-order">
            <Button
              {...{ type: 'text', size: 'small', icon: <ArrowUpOutlined />, disabled: order.first }}
              aria-label={`第 ${no} 项上移`}
              onClick={() => order.move(-1)}
            />
            <Button
              {...{ type: 'text', size: 'small', icon: <ArrowDownOutlined />, disabled: order.last }}
              aria-label={`第 ${no} 项下移`}
              onClick={() => order.move(1)}
            />
            <Button
              {...{ type: 'text', size: 'small', icon: <CloseOutlined />, disabled: decisions.length > 0 }}
              aria-label={`拿掉第 ${no} 项`}
              onClick={order.drop}
            />
          </span>
        )}
      </header>
      {item.why !== '' && <p>{item.why}</p>}
      {task !== null && (
        <p className="pale">
          <Light colour={task.light} bare /> 现在：{task.reason}
          {task.dueOn !== null && `时限 ${task.dueOn}。`}
          {task.problem !== null && `问题：${task.problem.replace(/。$/u, '')}。`}
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            看任务
          </Link>
          {` · ${task.source}`}
        </p>
      )}
      {decisions.length > 0 && (
        <ul className="meeting-decisions">
          {decisions.map(({ what, words, at, task: made }) => (
            <li key={`${at} ${what}`}>
              <b>{what}</b> {words}
              {made !== null && (
                <>
                  {' '}
                  <Link to="/tasks/$taskId" params={{ taskId: made.id }}>
                    看任务
                  </Link>{' '}
                  <span className="pale">{made.reason}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {order !== null && (
        <div className="meeting-buttons">
          {decisionsFor(item).map((kind) => (
            <Button key={kind} size="small" onClick={() => onDecide(kind)}>
              {decisionNames[kind]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
