import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import { type LadderDeps, readLadder } from './commands/read-ladder.ts';
import { ladderApi } from './contract.ts';

import { pipelineRoutes } from './routes/pipeline.ts';

export { keepStandings } from './commands/keep-standings.ts';
export { endDueTitles } from './commands/selection/removals.ts';
export { selectionRoutes } from './routes/selection/index.ts';

/** Every route of the API of the ladder. */
export function routes(app: FastifyInstance, deps: LadderDeps): void {
  serve(app, ladderApi.readLadder, ({ actor, params, query }) => readLadder(actor, { ...params, ...query }, deps));
  pipelineRoutes(app, deps);
}
