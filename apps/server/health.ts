import type { FastifyInstance } from 'fastify';
import { isAnswering } from '../../platform/db/index.ts';
import type { PlanDb } from '../../src/plan/index.ts';

/** For whoever watches the server: is the process alive, and can it work. */
export function healthRoutes(app: FastifyInstance, db: PlanDb): void {
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isAnswering(db, 3000);
    return reply.status(ready ? 200 : 503).send({ ready });
  });
}
