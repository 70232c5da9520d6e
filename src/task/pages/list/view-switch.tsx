import { AppstoreOutlined, BarsOutlined, CalendarOutlined, FieldTimeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { type TaskView, taskViews } from './address.ts';

const names: Readonly<Record<TaskView, readonly [string, ReactNode]>> = {
  list: ['清单', <BarsOutlined key="list" aria-hidden="true" />],
  board: ['看板', <AppstoreOutlined key="board" aria-hidden="true" />],
  timeline: ['甘特', <FieldTimeOutlined key="timeline" aria-hidden="true" />],
  calendar: ['日历', <CalendarOutlined key="calendar" aria-hidden="true" />],
};

interface Props {
  readonly view: TaskView;
  onView(view: TaskView): void;
}

/** Four ways of seeing the same tasks. */
export const ViewSwitch = ({ view, onView }: Props) => (
  <nav className="task-views" aria-label="怎样看">
    {taskViews.map((each) => (
      <button key={each} type="button" aria-pressed={each === view} onClick={() => onView(each)}>
        {names[each][1]}
        {names[each][0]}
      </button>
    ))}
  </nav>
);
