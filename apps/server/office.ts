import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { openSecretKey, randomPassword, type SecretKey } from '../../platform/secrets/index.ts';
import { type Dispatcher, loadNoticeServer, type NoticeDeps, type NoticeTables } from '../../src/notice/index.ts';
import { loadOrganisationServer } from '../../src/organisation/index.ts';
import { loadPlanServer, type PlanDeps } from '../../src/plan/index.ts';
import { loadPolicyServer, type PolicyDeps } from '../../src/policy/index.ts';
import { loadProjectServer } from '../../src/project/index.ts';
import { loadTaskServer } from '../../src/task/index.ts';
import { loadWorkServer, type WorkDeps, type WorkTables } from '../../src/work/index.ts';
import { organisationDeps } from './organisation.ts';
import { policyDeps } from './policy.ts';
import { projectDeps } from './project.ts';
import { taskDeps } from './task.ts';

/** What the slices of messages and of the workbench need. */
export interface OfficeDeps {
  readonly notice: NoticeDeps;
  readonly work: WorkDeps;
}

/** On the same database as everything else. Without a key, what is sealed does not outlive this process. */
export async function officeDeps(
  plan: PlanDeps,
  secrets?: SecretKey,
  publicUrl: string | null = null,
  policy?: PolicyDeps,
): Promise<OfficeDeps> {
  const { db, clock, newId } = plan;
  const [plans, organisation, policies, tasks, projects] = await Promise.all([
    loadPlanServer(),
    loadOrganisationServer(),
    loadPolicyServer(),
    loadTaskServer(),
    loadProjectServer(),
  ]);
  const searchers = [
    ...plans.planSearchers(plan),
    ...tasks.taskSearchers(taskDeps(plan)),
    ...projects.projectSearchers(projectDeps(plan)),
    ...policies.policySearchers(policy ?? (await policyDeps(plan))),
    ...organisation.organisationSearchers(organisationDeps(plan)),
  ];
  const key = secrets ?? openSecretKey(randomPassword(), '');
  return {
    notice: { db: db as unknown as Kysely<NoticeTables>, clock, newId, secrets: key, publicUrl, share: Math.random },
    work: { db: db as unknown as Kysely<WorkTables>, clock, newId, searchers },
  };
}

/** Messages, workbench, own settings and the search over everything. */
export async function officeRoutes(app: FastifyInstance, { notice, work }: OfficeDeps): Promise<void> {
  const [notices, works] = await Promise.all([loadNoticeServer(), loadWorkServer()]);
  notices.routes(app, notice);
  works.routes(app, work);
}

/** Spreads messages from now on and, where that is wanted, sends e-mails and calls web hooks. */
export async function startDispatching(
  { notice }: OfficeDeps,
  sends: boolean,
  noteFault: NoteFault,
): Promise<Dispatcher> {
  const { startDispatcher } = await loadNoticeServer();
  return startDispatcher(notice, noteFault, sends);
}
