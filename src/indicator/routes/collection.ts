import type { FastifyInstance } from 'fastify';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { pageOf, rowsSender } from '../../../platform/http/send-rows.ts';
import { serve } from '../../../platform/http/serve.ts';
import { readBoard, urgeSheets } from '../commands/collection/board.ts';
import { readFigureHistory } from '../commands/collection/figure-history.ts';
import { createMachine, endMachine, findMachinePosts, findMachines } from '../commands/collection/machines.ts';
import { putFigures } from '../commands/collection/put-figures.ts';
import { formList, readFormDetail } from '../commands/collection/read-forms.ts';
import { changeForm, copyForm, createForm, setFormState } from '../commands/collection/save-form.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { collectionApi, formFields, formLabels } from '../contract.ts';
import { rosterRoutes } from './roster.ts';
import { sheetRoutes } from './sheets.ts';

const sendForms = rowsSender(formLabels);

/** Forms and how far they are, rosters, sheets, figures of machines and their versions. */
export function collectionRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, collectionApi.listForms, async ({ actor, query }) => pageOf(await formList(actor, deps), query));
  serve(app, collectionApi.exportForms, async ({ actor, query, reply }) =>
    sendForms(reply, '填报表清单', query.format, await formList(actor, deps), exportRequest(formFields, query)),
  );
  serve(app, collectionApi.readForm, ({ actor, params }) => readFormDetail(actor, params.formId, deps));
  serve(app, collectionApi.createForm, ({ actor, body }) => createForm(actor, body, deps));
  serve(app, collectionApi.changeForm, ({ actor, params, body }) => changeForm(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.setFormState, ({ actor, params, body }) =>
    setFormState(actor, { ...params, ...body }, deps),
  );
  serve(app, collectionApi.copyForm, ({ actor, params, body }) => copyForm(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.readBoard, ({ actor, params, query }) =>
    readBoard(actor, { ...params, period: query.period ?? null }, deps),
  );
  serve(app, collectionApi.urge, ({ actor, params, body }) => urgeSheets(actor, { ...params, ...body }, deps));
  serve(app, collectionApi.putFigures, ({ actor, body }) => putFigures(actor, body, deps));
  serve(app, collectionApi.readFigureHistory, ({ actor, query }) => {
    const { indicatorId, period, unitId, enterpriseId = '', chainId = '', role = 'part', at } = query;
    const key = { indicatorId, period, unitId, enterpriseId, chainId, role };
    return readFigureHistory(actor, { key, at: at ?? null }, deps);
  });
  serve(app, collectionApi.listMachines, async ({ actor }) => ({ machines: await findMachines(actor, deps) }));
  serve(app, collectionApi.listMachinePosts, async ({ actor }) => ({
    posts: (await findMachinePosts(actor, deps)).map(({ id, title, unitName }) => ({ id, title, unitName })),
  }));
  serve(app, collectionApi.createMachine, ({ actor, body }) => createMachine(actor, body, deps));
  serve(app, collectionApi.revokeMachine, ({ actor, params }) => endMachine(actor, params.machineId, deps));
  rosterRoutes(app, deps);
  sheetRoutes(app, deps);
}
