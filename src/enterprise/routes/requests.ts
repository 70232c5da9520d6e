import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { findRequests, readRequest } from '../commands/read-requests.ts';
import { askChange, decideRequest, withdrawRequest } from '../commands/requests.ts';
import { enterpriseApi } from '../contract.ts';

/** What enterprises ask to have changed in their own files. */
export function requestRoutes(app: FastifyInstance, deps: EnterpriseDeps): void {
  serve(app, enterpriseApi.listRequests, ({ actor, query: { page = 1, pageSize = 20, ...asked } }) =>
    findRequests(actor, asked, { page, pageSize }, deps),
  );
  serve(app, enterpriseApi.readRequest, ({ actor, params }) => readRequest(actor, params, deps));
  serve(app, enterpriseApi.askChange, ({ actor, params, body }) => askChange(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.withdrawRequest, ({ actor, params, body }) =>
    withdrawRequest(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.decideRequest, ({ actor, params, body }) =>
    decideRequest(actor, { ...params, ...body }, deps),
  );
}
