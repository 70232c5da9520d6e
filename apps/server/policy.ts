import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { loadPlanServer, type PlanDeps } from '../../src/plan/index.ts';
import { loadPolicyServer, type PolicyDeps, type PolicyTables } from '../../src/policy/index.ts';
import { programLibrary } from './library.ts';

let shelf: PolicyDeps['shelf'] | null = null;

/** What the policy slice needs, on the same database as everything else; the packs are compiled once for all. */
export async function policyDeps(plan: PlanDeps): Promise<PolicyDeps> {
  const { db, clock, newId } = plan;
  const [{ openShelf }, { findDocument }] = await Promise.all([loadPolicyServer(), loadPlanServer()]);
  shelf ??= openShelf(programLibrary);
  return {
    ...{ db: db as unknown as Kysely<PolicyTables>, clock, newId, shelf },
    findDocument: (actor, document) => findDocument(actor, document, plan),
  };
}

/** Policies, their clauses and what they mean for somebody. */
export async function policyRoutes(app: FastifyInstance, deps: PolicyDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadPolicyServer();
  routes(app, deps, noteFault);
}
