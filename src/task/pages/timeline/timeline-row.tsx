import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Cell, Row, RowHead } from '../../../../platform/web/list/grid-parts.tsx';
import type { TaskRowJson } from '../../contract.ts';
import type { Axis } from './axis.ts';
import { barOf } from './bar.ts';
import { rowWords } from './words.ts';

interface Props {
  readonly row: TaskRowJson | undefined;
  readonly at: number;
  readonly top: number;
  readonly axis: Axis;
  readonly today: string;
  readonly reachable: boolean;
  onReached(): void;
}

/** One task: its name, which stays in sight, and its bar. */
export const TimelineRow = memo(
  function TimelineRow({ row, at, top, axis, today, reachable, onReached }: Props) {
    return (
      <Row
        className="timeline-row"
        aria-rowindex={at + 2}
        tabIndex={reachable ? 0 : -1}
        data-at={at}
        onFocus={onReached}
        style={{ transform: `translateY(${top}px)` }}
      >
        {row === undefined ? (
          <RowHead className="timeline-named timeline-reading">正在读取</RowHead>
        ) : (
          <>
            <RowHead className="timeline-named">
              <Light colour={row.light} bare />
              <Link to="/tasks/$taskId" params={{ taskId: row.id }} tabIndex={-1} title={row.title}>
                {row.title}
              </Link>
            </RowHead>
            <Cell className="timeline-lane" title={rowWords(row)}>
              <span className="visually-hidden">{rowWords(row)}</span>
              <BarPicture row={row} axis={axis} today={today} />
            </Cell>
          </>
        )}
      </Row>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.top === after.top &&
    before.axis === after.axis &&
    before.reachable === after.reachable &&
    before.today === after.today,
);

type PictureProps = { readonly row: TaskRowJson; readonly axis: Axis; readonly today: string };

function BarPicture({ row, axis, today }: PictureProps) {
  const { planned, extended, overdue, milestones, start } = barOf(axis, row, today);
  const { progress } = row;
  return (
    <>
      {planned === null ? (
        <span className="timeline-open" style={{ left: start }} />
      ) : (
        <span
          className={`timeline-bar timeline-bar-${row.light}`}
          data-closed={row.state === 'closed' || undefined}
          data-planned={row.state === 'planned' || undefined}
          style={{ left: planned.x, width: planned.width }}
        >
          {progress !== null && <i style={{ width: `${Math.max(0, Math.min(100, progress))}%` }} />}
        </span>
      )}
      {extended !== null && <span className="timeline-extended" style={{ left: extended.x, width: extended.width }} />}
      {overdue !== null && <span className="timeline-overdue" style={{ left: overdue.x, width: overdue.width }} />}
      {milestones.map(({ id, x, reached }) => (
        <span key={id} className="timeline-milestone" data-reached={reached || undefined} style={{ left: x }} />
      ))}
    </>
  );
}
