import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import {
  closeCampaign,
  createCampaign,
  listCampaigns,
  listDuties,
  readCampaign,
} from '../commands/campaign/campaigns.ts';
import { remindCampaign } from '../commands/campaign/remind.ts';
import { campaignWorkbook } from '../commands/campaign/workbook.ts';
import type { DiagnosisDeps } from '../commands/deps.ts';
import { changeProvider, listProviders, removeProvider, saveProvider } from '../commands/providers.ts';
import { diagnosisApi } from '../contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rounds, and who helps. */
export function campaignRoutes(app: FastifyInstance, deps: DiagnosisDeps): void {
  serve(app, diagnosisApi.listCampaigns, ({ actor }) => listCampaigns(actor, deps));
  serve(app, diagnosisApi.createCampaign, ({ actor, body }) => createCampaign(actor, body, deps));
  serve(app, diagnosisApi.readCampaign, ({ actor, params }) => readCampaign(actor, params, deps));
  serve(app, diagnosisApi.listDuties, ({ actor, params, query }) => listDuties(actor, { ...params, ...query }, deps));
  serve(app, diagnosisApi.exportCampaign, async ({ actor, params, reply }) => {
    const { name, bytes } = await campaignWorkbook(actor, params, deps);
    offer(reply, `${name}.xlsx`);
    void reply.type(xlsx);
    return bytes;
  });
  serve(app, diagnosisApi.remind, ({ actor, params }) => remindCampaign(actor, params, deps));
  serve(app, diagnosisApi.closeCampaign, ({ actor, params, body }) =>
    closeCampaign(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.listProviders, ({ actor }) => listProviders(actor, deps));
  serve(app, diagnosisApi.saveProvider, ({ actor, body }) => saveProvider(actor, body, deps));
  serve(app, diagnosisApi.changeProvider, ({ actor, params, body }) =>
    changeProvider(actor, { ...params, ...body }, deps),
  );
  serve(app, diagnosisApi.removeProvider, ({ actor, params, body }) =>
    removeProvider(actor, { ...params, ...body }, deps),
  );
}
