import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { countersignClause, withdrawFromClause } from '../commands/countersign.ts';
import type { PolicyDeps } from '../commands/deps.ts';
import { explainExample } from '../commands/explain-example.ts';
import { readClause } from '../commands/read-clause.ts';
import { readPolicy } from '../commands/read-policy.ts';
import { policyApi } from '../contract.ts';

/** One policy, one clause, its examples, and standing by it. */
export function policyRoutes(app: FastifyInstance, deps: PolicyDeps): void {
  serve(app, policyApi.readPolicy, ({ actor, params, query }) => readPolicy(actor, { ...params, ...query }, deps));
  serve(app, policyApi.readClause, ({ actor, params, query }) => readClause(actor, { ...params, ...query }, deps));
  serve(app, policyApi.explainExample, ({ actor, params }) => explainExample(actor, params, deps));
  serve(app, policyApi.countersign, async ({ actor, params, body }) => {
    await countersignClause(actor, { ...params, ...body }, deps);
    return readClause(actor, params, deps);
  });
  serve(app, policyApi.withdrawCountersign, async ({ actor, params }) => {
    await withdrawFromClause(actor, params, deps);
    return readClause(actor, params, deps);
  });
}
