import type { FastifyInstance } from 'fastify';
import { listRequest } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import type { ChainDeps } from '../commands/deps.ts';
import { listPlaced, placeEnterprise, releasePlace } from '../commands/map/correct.ts';
import { listMapEditions, saveMapEdition } from '../commands/map/editions.ts';
import { addGapEntry, addGapTask, listGaps } from '../commands/map/gaps.ts';
import { readEnterprisePlaces } from '../commands/map/of-enterprise.ts';
import { readPlacingRun, startPlacing } from '../commands/map/placing.ts';
import { listChainMaps, readChainMap, readChainRegions } from '../commands/map/read-map.ts';
import { chainMapApi as api, placedListFields } from '../contract/map.ts';

/** Every route of the API of chain maps. */
export function mapRoutes(app: FastifyInstance, deps: ChainDeps): void {
  serve(app, api.listChainMaps, ({ actor }) => listChainMaps(actor, deps));
  serve(app, api.readChainMap, ({ actor, params, query }) => readChainMap(actor, { ...params, ...query }, deps));
  serve(app, api.readChainRegions, ({ actor, params }) => readChainRegions(actor, params, deps));
  serve(app, api.listPlaced, async ({ actor, params, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(placedListFields, query);
    const found = await listPlaced(actor, { ...params, ...search }, { limit: pageSize, offset }, deps);
    return { ...found, page, pageSize };
  });
  serve(app, api.placeEnterprise, ({ actor, params, body }) => placeEnterprise(actor, { ...params, ...body }, deps));
  serve(app, api.releasePlace, ({ actor, params, body }) => releasePlace(actor, { ...params, ...body }, deps));
  serve(app, api.readEnterprisePlaces, ({ actor, params }) => readEnterprisePlaces(actor, params, deps));
  serve(app, api.startPlacing, ({ actor, params }) => startPlacing(actor, params, deps));
  serve(app, api.readPlacing, ({ actor, params }) => readPlacingRun(actor, params, deps));
  serve(app, api.saveMapEdition, ({ actor, params, body }) => saveMapEdition(actor, { ...params, ...body }, deps));
  serve(app, api.listMapEditions, ({ actor, params }) => listMapEditions(actor, params, deps));
  serve(app, api.listGaps, ({ actor, params }) => listGaps(actor, params, deps));
  serve(app, api.addGapEntry, ({ actor, params, body }) => addGapEntry(actor, { ...params, ...body }, deps));
  serve(app, api.addGapTask, ({ actor, params, body }) => addGapTask(actor, { ...params, ...body }, deps));
}
