import { Link } from '@tanstack/react-router';
import type { TaskJson } from '../../contract.ts';
import { TaskStateTag } from '../parts/state-tag.tsx';
import type { TaskProps } from './props.ts';

/** What has to be done before, and what waits for this. */
export function Relations({ task }: TaskProps) {
  const { dependsOn, neededBy } = task;
  if (dependsOn.length === 0 && neededBy.length === 0) return null;
  return (
    <section aria-labelledby="task-relations">
      <h2 id="task-relations">前后的任务</h2>
      <div className="relations">
        {dependsOn.length > 0 && <Related title="要先做完" tasks={dependsOn} due={task.dueOn} />}
        {neededBy.length > 0 && <Related title="等这一项做完" tasks={neededBy} due={null} />}
      </div>
    </section>
  );
}

interface RelatedProps {
  readonly title: string;
  readonly tasks: TaskJson['dependsOn'];
  /** Of the task that waits: what ends later than it is marked. */
  readonly due: string | null;
}

const Related = ({ title, tasks, due }: RelatedProps) => (
  <div>
    <h3>{title}</h3>
    <ul>
      {tasks.map(({ id, title: name, state, dueOn }) => (
        <li key={id}>
          <Link to="/tasks/$taskId" params={{ taskId: id }}>
            {name}
          </Link>
          <span>
            <TaskStateTag state={state} /> {dueOn ?? '没有时限'}
            {due !== null && dueOn !== null && dueOn > due && state === 'open' && (
              <small className="relations-late">比这一项到期还晚</small>
            )}
          </span>
        </li>
      ))}
    </ul>
  </div>
);
