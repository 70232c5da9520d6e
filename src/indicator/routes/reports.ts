import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import type { IndicatorDeps } from '../commands/deps.ts';
import { putRegionMap, readRegionMap } from '../commands/reading/maps.ts';
import {
  changeReport,
  listReports,
  readIssue,
  readReport,
  removeReport,
  saveReport,
} from '../commands/reading/report/keep.ts';
import { readingApi } from '../contract/reading-api.ts';

/** Saved reports, and the maps of regions. */
export function reportRoutes(app: FastifyInstance, deps: IndicatorDeps): void {
  serve(app, readingApi.listReports, ({ actor }) => listReports(actor, deps));
  serve(app, readingApi.readReport, ({ actor, params }) => readReport(actor, params.reportId, deps));
  serve(app, readingApi.saveReport, ({ actor, body }) => saveReport(actor, body, deps));
  serve(app, readingApi.changeReport, ({ actor, params, body }) => changeReport(actor, params.reportId, body, deps));
  serve(app, readingApi.removeReport, ({ actor, params }) => removeReport(actor, params.reportId, deps));
  serve(app, readingApi.readIssue, async ({ actor, params, reply }) => {
    const { name, content } = await readIssue(actor, params, deps);
    offer(reply, `${name}.xlsx`);
    void reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    return content;
  });
  serve(app, readingApi.readRegionMap, ({ actor, params }) => readRegionMap(actor, params.regionId, deps));
  serve(app, readingApi.putRegionMap, ({ actor, params, body }) => putRegionMap(actor, params.regionId, body, deps));
}
