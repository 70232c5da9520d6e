import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { changeEnterprise, correctEnterprise } from '../commands/change.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { putFigures } from '../commands/figures.ts';
import { registerEnterprise } from '../commands/register.ts';
import { changeTitle, endTitle, giveTitle, removeTitle } from '../commands/titles.ts';
import { enterpriseApi } from '../contract.ts';

/** What is done with one enterprise. */
export function keepRoutes(app: FastifyInstance, deps: EnterpriseDeps): void {
  serve(app, enterpriseApi.registerEnterprise, ({ actor, body }) => registerEnterprise(actor, body, deps));
  serve(app, enterpriseApi.changeEnterprise, ({ actor, params, body }) =>
    changeEnterprise(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.correctEnterprise, ({ actor, params, body }) =>
    correctEnterprise(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.giveTitle, ({ actor, params, body }) => giveTitle(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.changeTitle, ({ actor, params, body }) => changeTitle(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.endTitle, ({ actor, params, body }) => endTitle(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.removeTitle, ({ actor, params, body }) => removeTitle(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.putFigures, ({ actor, params, body }) => putFigures(actor, { ...params, ...body }, deps));
}
