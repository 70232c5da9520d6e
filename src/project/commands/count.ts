import { type Actor, permit } from '../../access/index.ts';
import { type CountCondition, type Counted, countProjectRows, type DoneSpan } from '../store.ts';
import type { ProjectDeps } from './deps.ts';

/**
 * How many projects fulfil a condition by a day, their total investment, and what was invested in them in a span of months;
 * each project once. In the actor's sight: a sum over a region is the region's only for whoever sees all of it.
 */
export async function countProjects(
  actor: Actor,
  condition: CountCondition & DoneSpan,
  deps: Pick<ProjectDeps, 'db'>,
): Promise<Counted> {
  permit(actor, 'project.read');
  return countProjectRows(deps.db, condition);
}

/** What was invested in months of a span, both included, in fen: of the projects that fulfil a condition. */
export async function investmentDone(
  actor: Actor,
  condition: CountCondition & DoneSpan,
  deps: Pick<ProjectDeps, 'db'>,
): Promise<number> {
  permit(actor, 'project.read');
  return (await countProjectRows(deps.db, condition)).doneFen;
}
