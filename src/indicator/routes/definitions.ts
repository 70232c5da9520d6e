import type { FastifyInstance } from 'fastify';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { pageOf, rowsSender } from '../../../platform/http/send-rows.ts';
import { serve } from '../../../platform/http/serve.ts';
import { indicatorList, readIndicator } from '../commands/definitions.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { indicatorApi, indicatorFields, indicatorLabels } from '../contract.ts';

const sendRows = rowsSender(indicatorLabels);

/** What is measured. */
export function definitionRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, indicatorApi.listIndicators, async ({ actor, query }) => pageOf(await indicatorList(actor, deps), query));
  serve(app, indicatorApi.exportIndicators, async ({ actor, query, reply }) =>
    sendRows(reply, '指标目录', query.format, await indicatorList(actor, deps), exportRequest(indicatorFields, query)),
  );
  serve(app, indicatorApi.readIndicator, ({ actor, params }) => readIndicator(actor, params.indicatorId, deps));
}
