import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { OrganisationDeps } from '../commands/deps.ts';
import { exportUnits } from '../commands/export-lists.ts';
import { listChains, listRegions, listUnits, readChain, readRegion, readUnit } from '../commands/read.ts';
import { revealUnit } from '../commands/reveal.ts';
import { saveRegion } from '../commands/save-region.ts';
import { addChain, addUnit, saveChain, saveUnit } from '../commands/save-unit.ts';
import { organisationApi, unitFields } from '../contract.ts';
import { sendExport } from './send-export.ts';

/** Regions, units and chains. */
export function registerRoutes(app: FastifyInstance, deps: OrganisationDeps): void {
  serve(app, organisationApi.listRegions, ({ actor, query }) => listRegions(actor, query, deps));
  serve(app, organisationApi.readRegion, ({ actor, params }) => readRegion(actor, params.code, deps));
  serve(app, organisationApi.saveRegion, async ({ actor, params, body }) => {
    await saveRegion(actor, { ...params, ...body }, deps);
    return params;
  });

  serve(app, organisationApi.listUnits, ({ actor, query }) => listUnits(actor, query, deps));
  serve(app, organisationApi.exportUnits, async ({ actor, query, reply }) =>
    sendExport(reply, '单位', query.format, unitFields, await exportUnits(actor, query, deps)),
  );
  serve(app, organisationApi.readUnit, ({ actor, params }) => readUnit(actor, params.id, deps));
  serve(app, organisationApi.addUnit, async ({ actor, body }) => ({ id: await addUnit(actor, body, deps) }));
  serve(app, organisationApi.saveUnit, async ({ actor, params, body }) => {
    await saveUnit(actor, { ...params, ...body }, deps);
    return params;
  });
  serve(app, organisationApi.revealUnit, async ({ actor, params, body }) => ({
    value: await revealUnit(actor, { ...params, ...body }, deps),
  }));

  serve(app, organisationApi.listChains, ({ actor, query }) => listChains(actor, query, deps));
  serve(app, organisationApi.readChain, ({ actor, params }) => readChain(actor, params.id, deps));
  serve(app, organisationApi.addChain, async ({ actor, body }) => ({ id: await addChain(actor, body, deps) }));
  serve(app, organisationApi.saveChain, async ({ actor, params, body }) => {
    await saveChain(actor, { ...params, ...body }, deps);
    return params;
  });
}
