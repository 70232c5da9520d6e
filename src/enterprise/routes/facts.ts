import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { dayAt } from '../../kernel/index.ts';
import { enterpriseFacts, type FactDeps } from '../commands/facts/index.ts';
import { enterpriseApi } from '../contract.ts';

/** What is known of an enterprise as rules ask for it. */
export function factRoutes(app: FastifyInstance, deps: FactDeps): void {
  serve(app, enterpriseApi.readFacts, async ({ actor, params, query }) => {
    const on = query.on ?? dayAt(deps.clock.now());
    const { facts } = await enterpriseFacts(actor, params.enterpriseId, on, deps);
    return {
      on,
      facts: facts.map(({ id, value, origin }) => ({
        ...{ fact: id, value: Number.isNaN(value) ? null : value },
        from: origin.kind === 'none' ? null : origin.kind,
      })),
    };
  });
}
