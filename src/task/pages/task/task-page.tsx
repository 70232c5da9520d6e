import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { tasksApi } from '../../contract.ts';
import { UnsentReports } from '../report/unsent.tsx';
import { Duties } from './duties.tsx';
import { Figures } from './figures.tsx';
import { History } from './history.tsx';
import { Milestones } from './milestones.tsx';
import { Recurring } from './recurring.tsx';
import { Relations } from './relations.tsx';
import { TaskHead } from './task-head.tsx';
import { useChanged } from './use-changed.ts';
import './task.css';
import './duties.css';
import './progress.css';

const route = getRouteApi('/tasks/$taskId');

/** One task: how it stands and why, who owes what of it, what is measured, and everything that happened. */
export function TaskPage() {
  const { taskId } = route.useParams();
  const answer = useQuery(queryFor(tasksApi.readTask, { params: { taskId } }));
  const changed = useChanged();
  const { data: task } = answer;
  usePageTitle(task?.title ?? '任务');
  if (answer.error && task === undefined) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (task === undefined) return <Waiting lines={10} />;
  const given = { task, onChanged: changed, onStale: () => void answer.refetch() };
  return (
    <article className="page task-page task-one">
      <p className="task-back">
        <Link to="/tasks">全部任务</Link>
      </p>
      <UnsentReports />
      <TaskHead {...given} />
      <div className="task-sides">
        <div className="task-main">
          <Duties {...given} />
          <Figures task={task} />
          <Milestones {...given} />
          <Relations {...given} />
          <Recurring task={task} />
        </div>
        <History task={task} />
      </div>
    </article>
  );
}
