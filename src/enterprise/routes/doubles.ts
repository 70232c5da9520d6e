import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { decidePair, findPairsInSight, undoPair } from '../commands/doubles/decide.ts';
import { enterpriseApi } from '../contract.ts';

const usualPage = 20;

/** Pairs of enterprises that may be one. */
export function doubleRoutes(app: FastifyInstance, deps: EnterpriseDeps): void {
  serve(app, enterpriseApi.listPairs, async ({ actor, query }) => {
    const { box = 'open', enterpriseId = null, page = 1, pageSize = usualPage } = query;
    const found = await findPairsInSight(
      actor,
      { box, enterpriseId },
      { limit: pageSize, offset: (page - 1) * pageSize },
      deps,
    );
    return { ...found, page, pageSize };
  });
  serve(app, enterpriseApi.decidePair, ({ actor, params, body }) => decidePair(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.undoPair, ({ actor, params, body }) => undoPair(actor, { ...params, ...body }, deps));
}
