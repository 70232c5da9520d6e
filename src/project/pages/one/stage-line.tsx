import type { ProjectJson } from '../../contract.ts';
import { comparePositions, positionNames, positions, stageNames } from '../../domain/index.ts';

/** The stages from left to right, each with its day; where it stands is marked. */
export function StageLine({ project }: { readonly project: ProjectJson }) {
  const days = new Map(
    project.events.flatMap(({ kind, position, on, counts }) =>
      counts && (kind === 'step' || (kind === 'back' && position === project.position)) ? [[position, on]] : [],
    ),
  );
  const { stay } = project;
  return (
    <section aria-label="阶段" className="project-line">
      <ol>
        {positions.map((position) => {
          const order = comparePositions(position, project.position);
          const state = order < 0 ? 'past' : order === 0 ? 'now' : 'next';
          return (
            <li key={position} className={`project-line-${state}`} {...(order === 0 && { 'aria-current': 'step' })}>
              <b>{positionNames[position]}</b>
              <small>{order > 0 ? '' : (days.get(position) ?? '没有记')}</small>
            </li>
          );
        })}
      </ol>
      <p>
        现在是{stageNames[project.stage]}阶段
        {stay !== null && `，已经 ${stay.days} 天${stay.norm === null ? '' : `（这一阶段一般不超过 ${stay.norm} 天）`}`}
        。
      </p>
    </section>
  );
}
