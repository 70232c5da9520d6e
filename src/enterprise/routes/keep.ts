import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import { changeEnterprise, correctEnterprise } from '../commands/change.ts';
import { addContact, changeContact, removeContact, revealContact } from '../commands/contacts.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { putFigures } from '../commands/figures.ts';
import { addFile, readFile, removeFile } from '../commands/files.ts';
import { agreeToFile, sendOwnFile, takeBackOwnFile } from '../commands/own-files.ts';
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
  serve(app, enterpriseApi.addContact, ({ actor, params, body }) => addContact(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.changeContact, ({ actor, params, body }) =>
    changeContact(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.removeContact, ({ actor, params, body }) =>
    removeContact(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.revealContact, ({ actor, params, body }) =>
    revealContact(actor, { ...params, ...body }, deps),
  );
  serve(app, enterpriseApi.addFile, ({ actor, params, request }) =>
    withUpload(request, (file) => addFile(actor, { ...params, ...file }, deps)),
  );
  serve(app, enterpriseApi.readFile, async ({ actor, params, reply }) => {
    const { name, type, content } = await readFile(actor, params, deps);
    offer(reply, name);
    void reply.type(type).header('cache-control', 'private, max-age=86400, immutable');
    return content;
  });
  serve(app, enterpriseApi.removeFile, ({ actor, params, body }) => removeFile(actor, { ...params, ...body }, deps));
  serve(app, enterpriseApi.sendOwnFile, ({ actor, params, request }) =>
    withUpload(request, (file) => sendOwnFile(actor, { ...params, ...file }, deps)),
  );
  serve(app, enterpriseApi.takeBackOwnFile, ({ actor, params }) => takeBackOwnFile(actor, params, deps));
  serve(app, enterpriseApi.agreeToFile, ({ actor, params, body }) => agreeToFile(actor, { ...params, ...body }, deps));
}
