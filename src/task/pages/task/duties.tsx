import { DutyCard } from './duty-card.tsx';
import type { TaskProps } from './props.ts';

const over = new Set(['replaced', 'withdrawn']);

/** Who owes what: leads first, then those that help, then those whose part another took over. */
export function Duties(given: TaskProps) {
  const { duties } = given.task;
  const live = duties.filter(({ state }) => !over.has(state));
  const ordered = [
    ...live.filter(({ role }) => role === 'lead'),
    ...live.filter(({ role }) => role !== 'lead'),
    ...duties.filter(({ state }) => over.has(state)),
  ];
  return (
    <section aria-labelledby="task-duties">
      <h2 id="task-duties">责任单位（{live.length || duties.length}）</h2>
      <ul className="duties">
        {ordered.map((duty) => (
          <li key={duty.id} id={`duty-${duty.id}`}>
            <DutyCard {...given} duty={duty} />
          </li>
        ))}
      </ul>
    </section>
  );
}
