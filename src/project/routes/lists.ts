import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest, matching } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import { countProjects } from '../commands/count.ts';
import type { ProjectDeps } from '../commands/deps.ts';
import { findProjects, projectsToExport, totalProjects } from '../commands/find-projects.ts';
import { changeNorms, readNorms } from '../commands/norms.ts';
import { readProject } from '../commands/read-project.ts';
import { readThresholds } from '../commands/thresholds.ts';
import { projectApi, projectFields } from '../contract.ts';
import { cellOf } from './cells.ts';

/** Lists, sums, one project, norms. */
export function listRoutes(app: FastifyInstance, deps: ProjectDeps): void {
  serve(app, projectApi.listProjects, async ({ actor, query }) => {
    const { page, pageSize, offset, ...search } = listRequest(projectFields, query);
    const { box, year } = query;
    return {
      ...(await findProjects(actor, { ...search, box, year }, { limit: pageSize, offset }, deps)),
      page,
      pageSize,
    };
  });
  serve(app, projectApi.exportProjects, async ({ actor, query, reply }) => {
    const request = exportRequest(projectFields, query);
    const { ids, read } = await projectsToExport(actor, { ...request, box: query.box, year: query.year }, deps);
    const { columns } = request;
    const list = { name: '项目', format: query.format, fields: projectFields, columns, ids, read, cellOf };
    return sendList(reply, { ...list, idOf: ({ id }) => id });
  });
  serve(app, projectApi.totalProjects, ({ actor, query }) => {
    const { words, filter } = matching(projectFields, query);
    return totalProjects(actor, { words, filter, box: query.box, year: query.year, by: query.by }, deps);
  });
  serve(app, projectApi.countProjects, ({ actor, query }) => countProjects(actor, query, deps));
  serve(app, projectApi.readProject, ({ actor, params, query }) => readProject(actor, { ...params, ...query }, deps));
  serve(app, projectApi.readNorms, ({ actor, query }) => readNorms(actor, query, deps));
  serve(app, projectApi.changeNorms, ({ actor, body }) => changeNorms(actor, body, deps));
  serve(app, projectApi.readThresholds, ({ actor }) => readThresholds(actor, deps));
}
