import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { withUpload } from '../../../platform/http/upload.ts';
import type { TaskDeps } from '../commands/deps.ts';
import { putFile, readFile } from '../commands/task/files.ts';
import { tasksApi } from '../contract.ts';

/** Files that show something: taken as they are, and only ever handed out to be saved. */
export function fileRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, tasksApi.putFile, ({ actor, params, request }) =>
    withUpload(request, async ({ fileName, bytes, fields }) => {
      const sent = { ...params, dutyId: fields.dutyId ?? '', kind: fields.kind, fileName, bytes };
      const { id, kind, name, mediaType, size, at } = await putFile(actor, sent, deps);
      return { id, kind, name, mediaType, size, at };
    }),
  );
  serve(app, tasksApi.readFile, async ({ actor, params, reply }) => {
    const { name, mediaType, content } = await readFile(actor, params, deps);
    offer(reply, name);
    void reply.type(mediaType).header('content-security-policy', "default-src 'none'; sandbox");
    return content;
  });
}
