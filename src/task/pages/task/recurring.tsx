import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import type { TaskJson } from '../../contract.ts';
import { TaskStateTag } from '../parts/state-tag.tsx';
import { recurrenceWords } from './recurrence-words.ts';

/** How often it comes again, and every time that it did. */
export function Recurring({ task: { recurrences, occurrences } }: { readonly task: TaskJson }) {
  if (recurrences.length === 0 && occurrences.length === 0) return null;
  return (
    <section aria-labelledby="task-recurring">
      <h2 id="task-recurring">常态任务</h2>
      <ul className="recurrences">
        {numbered(recurrences).map(({ at, value }) => (
          <li key={at}>{recurrenceWords(value)}</li>
        ))}
      </ul>
      {occurrences.length === 0 ? (
        <p className="pale">到了日子，每一次会自己成为一项任务。</p>
      ) : (
        <ul className="occurrences">
          {occurrences.map(({ id, title, dueOn, state, light, reason }) => (
            <li key={id}>
              <Light colour={light} bare />
              <span>
                <Link to="/tasks/$taskId" params={{ taskId: id }}>
                  {title}
                </Link>
                <small>{reason}</small>
              </span>
              <TaskStateTag state={state} />
              <span>{dueOn ?? '没有时限'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
