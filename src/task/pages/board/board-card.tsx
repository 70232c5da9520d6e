import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { TaskRowJson } from '../../contract.ts';
import type { BoardWay } from '../list/address.ts';
import { TaskFlags } from '../list/task-columns.tsx';
import { Due } from '../parts/due.tsx';

interface Props {
  readonly row: TaskRowJson;
  readonly by: BoardWay;
  readonly spot: string;
  /** The one card that Tab leads to. */
  readonly reachable: boolean;
  onReached(): void;
}

/** A task on the board. */
export function BoardCard({ row, by, spot, reachable, onReached }: Props) {
  const { title, light, reason, leads, cooperating, firstDueOn, dueOn, progress } = row;
  const lead = leads.map(({ name }) => name).join('、') || '没有牵头单位';
  return (
    <Link
      className="board-card"
      to="/tasks/$taskId"
      params={{ taskId: row.id }}
      data-spot={spot}
      tabIndex={reachable ? 0 : -1}
      onFocus={onReached}
    >
      <span className="board-card-title">
        <Light colour={light} bare />
        <b>{title}</b>
      </span>
      <span className="board-card-reason">{reason}</span>
      <span className="board-card-facts">
        <span>
          {[...(by === 'lead' ? [] : [lead]), ...(cooperating > 0 ? [`配合 ${cooperating} 个`] : [])].join('，')}
        </span>
        <Due first={firstDueOn} now={dueOn} />
      </span>
      {progress !== null && (
        <span className="board-card-bar">
          <span style={{ inlineSize: `${Math.max(0, Math.min(100, progress))}%` }} />
          <em>完成 {Math.round(progress)}%</em>
        </span>
      )}
      <TaskFlags row={row} />
    </Link>
  );
}
