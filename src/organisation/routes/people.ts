import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { OrganisationDeps } from '../commands/deps.ts';
import { exportPeople, exportPosts } from '../commands/export-lists.ts';
import { listPeople, listPosts, readPerson } from '../commands/read.ts';
import { revealPerson } from '../commands/reveal.ts';
import { addPerson, addPost, savePerson, savePost } from '../commands/save-person.ts';
import { organisationApi, personFields, postFields } from '../contract.ts';
import { sendExport } from './send-export.ts';

/** People and their posts. */
export function peopleRoutes(app: FastifyInstance, deps: OrganisationDeps): void {
  serve(app, organisationApi.listPeople, ({ actor, query }) => listPeople(actor, query, deps));
  serve(app, organisationApi.exportPeople, async ({ actor, query, reply }) =>
    sendExport(reply, '人员', query.format, personFields, await exportPeople(actor, query, deps)),
  );
  serve(app, organisationApi.readPerson, ({ actor, params }) => readPerson(actor, params.id, deps));
  serve(app, organisationApi.addPerson, async ({ actor, body }) => ({ id: await addPerson(actor, body, deps) }));
  serve(app, organisationApi.savePerson, async ({ actor, params, body }) => {
    await savePerson(actor, { ...params, ...body }, deps);
    return params;
  });
  serve(app, organisationApi.revealPerson, async ({ actor, params, body }) => ({
    value: await revealPerson(actor, { ...params, ...body }, deps),
  }));

  serve(app, organisationApi.listPosts, ({ actor, query }) => listPosts(actor, query, deps));
  serve(app, organisationApi.exportPosts, async ({ actor, query, reply }) =>
    sendExport(reply, '岗位', query.format, postFields, await exportPosts(actor, query, deps)),
  );
  serve(app, organisationApi.addPost, async ({ actor, body }) => ({ id: await addPost(actor, body, deps) }));
  serve(app, organisationApi.savePost, async ({ actor, params, body }) => {
    await savePost(actor, { ...params, ...body }, deps);
    return params;
  });
}
