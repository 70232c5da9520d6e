import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import { loadPlanServer, type PlanDeps } from '../../src/plan/index.ts';
import { loadPolicyServer, type PolicyDeps, type PolicyTables } from '../../src/policy/index.ts';
import { programLibrary } from './library.ts';

/** One shelf for each library: its packs are compiled once for all who ask. */
const shelves = new WeakMap<() => PackLibrary, PolicyDeps['shelf']>();

/** What the policy slice needs, on the same database as everything else; the packs of the program unless others are given. */
export async function policyDeps(plan: PlanDeps, library: () => PackLibrary = programLibrary): Promise<PolicyDeps> {
  const { db, clock, newId } = plan;
  const [{ openShelf }, { findDocument }] = await Promise.all([loadPolicyServer(), loadPlanServer()]);
  const shelf = shelves.get(library) ?? openShelf(library);
  shelves.set(library, shelf);
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
