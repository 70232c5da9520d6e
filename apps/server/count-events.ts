import { systemActor } from '../../src/access/index.ts';
import { type CountCondition, type DoneSpan, loadProjectServer, type ProjectDeps } from '../../src/project/index.ts';
import type { TaskDeps } from '../../src/task/index.ts';

type Asked = Parameters<TaskDeps['countEvents']>[1];

const wan = 1_000_000;

/** Counts for a task what the library of projects has, in the transaction of the task. */
export const countEvents: TaskDeps['countEvents'] = async (db, asked) => {
  const { countProjects } = await loadProjectServer();
  // The same database: the slice of tasks does not know its tables.
  const projects = db as unknown as ProjectDeps['db'];
  const counted = await countProjects(systemActor, conditionOf(asked), { db: projects });
  const link = linkOf(asked);
  return asked.events.measure === 'number'
    ? { value: BigInt(counted.projects), unit: null, decimals: 0, link }
    : { value: BigInt(counted.doneFen), unit: '元', decimals: 2, link };
};

/** A number counts who came to the step in the time; a sum counts months of the time, of all that have come so far. */
function conditionOf({ events, regionId, from, to }: Asked): CountCondition & DoneSpan {
  const { measure, step, atLeastFen, chainId, confirmed } = events;
  return {
    ...{ regionId, chainId: chainId ?? undefined, position: step, atLeastFen: atLeastFen ?? undefined, confirmed },
    ...(measure === 'number'
      ? { from: from ?? undefined, to }
      : { doneFrom: from?.slice(0, 7) ?? undefined, doneTo: to.slice(0, 7) }),
  };
}

const dayFields = { started: 'startedOn', completed: 'completedOn', producing: 'producingOn' } as const;

/** The list of projects with the same conditions, as far as it has them. */
export function linkOf({ events, regionId, from, to }: Asked): string {
  const { measure, step, atLeastFen, chainId } = events;
  const dayField = step in dayFields ? dayFields[step as keyof typeof dayFields] : undefined;
  const days = { ...(from !== null && measure === 'number' && { from }), to };
  const filter = {
    region: { in: [regionId] },
    ...(chainId !== null && { chain: { in: [chainId] } }),
    ...(atLeastFen !== null && { total: { from: atLeastFen / wan } }),
    ...(dayField !== undefined && { [dayField]: days }),
    ...(step === 'reached' && { stage: { in: ['reached'] } }),
  };
  return `/projects?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
