import type { Actor } from '../../src/access/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadTaskServer } from '../../src/task/index.ts';
import { taskDeps } from './task.ts';

/** A task that another slice makes of something it found, for one unit. */
export interface Instruction {
  readonly title: string;
  readonly words: string;
  readonly chainId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueOn: string;
}

/** Makes it as the actor, who must be allowed to instruct, and sends it; gives its id. */
export async function instruct(
  actor: Actor,
  { title, words, chainId, unitId, unitName, dueOn }: Instruction,
  plan: Pick<PlanDeps, 'db' | 'clock' | 'newId'>,
): Promise<string> {
  const { byHand } = await loadTaskServer();
  const task = await byHand.addTask(
    actor,
    {
      ...{ title, words, source: { kind: 'instruction' }, chains: chainId === null ? [] : [chainId] },
      duties: [{ unitId, unitName, role: 'lead', part: null, dueOn }],
      ...{ milestones: [], deliverables: [], dependsOn: [], send: true },
    },
    taskDeps(plan),
  );
  return task.id;
}
