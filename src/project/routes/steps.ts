import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { changeProject, placeProject } from '../commands/change.ts';
import type { ProjectDeps } from '../commands/deps.ts';
import { likenProject } from '../commands/doubles/find.ts';
import { addFile, readFile, removeFile } from '../commands/files.ts';
import { confirmMonths, readMonthVersions, reportMonth, returnMonth } from '../commands/months.ts';
import { registerProject } from '../commands/register.ts';
import { backProject, decideStep, leaveProject, stepProject } from '../commands/stage.ts';
import { projectApi } from '../contract.ts';

/** What is done with one project. */
export function stepRoutes(app: FastifyInstance, deps: ProjectDeps): void {
  serve(app, projectApi.registerProject, ({ actor, body }) => registerProject(actor, body, deps));
  serve(app, projectApi.likenProject, ({ actor, body }) => likenProject(actor, body, deps));
  serve(app, projectApi.changeProject, ({ actor, params, body }) => changeProject(actor, { ...params, ...body }, deps));
  serve(app, projectApi.placeProject, ({ actor, params, body }) => placeProject(actor, { ...params, ...body }, deps));
  serve(app, projectApi.stepProject, ({ actor, params, body }) => stepProject(actor, { ...params, ...body }, deps));
  serve(app, projectApi.decideStep, ({ actor, params, body }) => decideStep(actor, { ...params, ...body }, deps));
  serve(app, projectApi.backProject, ({ actor, params, body }) => backProject(actor, { ...params, ...body }, deps));
  serve(app, projectApi.withdrawProject, ({ actor, params, body }) =>
    leaveProject(actor, { ...params, ...body, kind: 'withdraw' }, deps),
  );
  serve(app, projectApi.restoreProject, ({ actor, params, body }) =>
    leaveProject(actor, { ...params, ...body, kind: 'restore' }, deps),
  );
  serve(app, projectApi.reportMonth, ({ actor, params, body }) => reportMonth(actor, { ...params, ...body }, deps));
  serve(app, projectApi.readMonthVersions, ({ actor, params }) => readMonthVersions(actor, params, deps));
  serve(app, projectApi.confirmMonths, ({ actor, params, body }) => confirmMonths(actor, { ...params, ...body }, deps));
  serve(app, projectApi.returnMonth, ({ actor, params, body }) => returnMonth(actor, { ...params, ...body }, deps));
  serve(app, projectApi.addFile, ({ actor, params, request }) =>
    withUpload(request, (file) => addFile(actor, { ...params, ...file }, deps)),
  );
  serve(app, projectApi.readFile, async ({ actor, params, reply }) => {
    const { name, type, bytes } = await readFile(actor, params, deps);
    // An image is shown where a page asks for it as one; opened by itself it is only saved.
    offer(reply, name);
    void reply.type(type).header('cache-control', 'private, max-age=86400, immutable');
    return bytes;
  });
  serve(app, projectApi.removeFile, ({ actor, params, body }) => removeFile(actor, { ...params, ...body }, deps));
}
