import { taskDeps } from '../../apps/server/task.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { asAsking, asSystem } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { type Actor, loadActor } from '../../src/access/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import type { CreateTaskJson, TaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import type { TaskDeps } from '../../src/task/index.ts';
import { units } from '../access/organisation.ts';
import { openPolicyWorld, type PolicyWorld } from '../policy/world.ts';

/** Posts of the invented organisation that have to do with tasks; all but the last sit in the unit `own` of the district. */
export const office = 'post-chain-office';
export const clerk = 'post-reporting-clerk';
export const lead = 'post-lead-unit';
export const reviewer = 'post-reviewer';
export const cityOffice = 'city-office';

export interface TaskWorld extends PolicyWorld {
  readonly deps: TaskDeps;
  /** The same at another instant. */
  readonly at: (instant: string) => TaskDeps;
  /** Does something as the holder of a post, without the server before it. */
  readonly by: <T>(post: string, work: (actor: Actor) => Promise<T>) => Promise<T>;
  /** Adds a clerk to a unit; gives the post. */
  readonly clerkOf: (unitId: string, role?: string, name?: string) => Promise<string>;
  /** Makes and sends a task of the city office. */
  readonly sent: (changes?: Partial<CreateTaskJson>, post?: string) => Promise<TaskJson>;
  readonly read: (taskId: string, post?: string) => Promise<TaskJson>;
}

/** A task of two units: `own` leads until the end of 2099, `beside` has a part. */
export const taskOf = (changes: Partial<CreateTaskJson> = {}): CreateTaskJson => ({
  ...{ title: '建设专业园区', words: null, source: { kind: 'instruction' }, chains: [] },
  duties: [
    { id: 'D1', unitId: units.own, unitName: '单位own', role: 'lead', part: null, dueOn: '2099-12-31' },
    { id: 'D2', unitId: units.beside, unitName: '单位beside', role: 'cooperating', part: '供地', dueOn: '2099-06-30' },
  ],
  ...{ milestones: [], deliverables: [], dependsOn: [], send: true },
  ...changes,
});

export async function openTaskWorld(): Promise<TaskWorld> {
  const world = await openPolicyWorld();
  const { database } = world;
  const at = (instant: string): TaskDeps =>
    taskDeps({ db: database.db, clock: { now: () => instant }, newId } as never);
  const deps = taskDeps({ db: database.db, clock: systemClock, newId } as never);
  return {
    ...world,
    ...{ deps, at },
    by: async (post, work) => {
      const personId = post.replace(/^post-/u, 'person-');
      const caller = { personId, postId: post, sessionId: null, from: 'test' };
      const actor = await asSystem(() => loadActor(database.db, caller, '2026-01-01'));
      if (actor === undefined) throw new Error(`nobody holds ${post}`);
      return asAsking({ postId: post, personId }, () => work(actor));
    },
    clerkOf: (unitId, role = 'reporting-clerk', name = `clerk-${unitId}`) => addPost(world, unitId, role, name),
    sent: (changes, post = cityOffice) => world.as(post, tasksApi.createTask, { body: taskOf(changes) }),
    read: (taskId, post = cityOffice) => world.as(post, tasksApi.readTask, { params: { taskId } }),
  };
}

async function addPost({ database }: PolicyWorld, unitId: string, role: string, name: string): Promise<string> {
  const { sql } = await import('kysely');
  const { owner } = database;
  await sql`insert into person (id, name, created_at) values (${name}, ${name}, now())`.execute(owner);
  await sql`insert into post (id, person_id, unit_id, title) values (${name}, ${name}, ${unitId}, '岗位')`.execute(
    owner,
  );
  await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
    select ${name}, ${role}, region_id, '{}', 'granted', now(), '@system' from unit where id = ${unitId}`.execute(
    owner,
  );
  return name;
}

/** The codes of a refusal. */
export const refusedWith = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (cause: unknown) => {
      if (cause instanceof RefusalError) return cause.refusals.map(({ code }) => code).join();
      throw cause;
    },
  );
