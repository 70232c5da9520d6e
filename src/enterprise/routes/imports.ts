import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { serve } from '../../../platform/http/serve.ts';
import { offer } from '../../../platform/http/sheet.ts';
import { say } from '../../../platform/messages/index.ts';
import { byteOrderMark, csvLine } from '../../../platform/workbook/csv.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { EnterpriseDeps } from '../commands/deps.ts';
import { beginImport, cancelImport, undoImport } from '../commands/imports/begin.ts';
import { importFaults, listImports, readImport, templateHeadings } from '../commands/imports/read.ts';
import type { SentList } from '../commands/imports/rows.ts';
import { enterpriseApi } from '../contract.ts';

/** A million enterprises with all their columns stay well below this. */
const mostBytes = 1024 * 1024 * 1024;

/** Lists of enterprises that are brought in. */
export function importRoutes(app: FastifyInstance, deps: EnterpriseDeps): void {
  serve(app, enterpriseApi.importTemplate, async ({ reply }) => {
    offer(reply, '企业名单（空表）.csv');
    void reply.type('text/csv; charset=utf-8');
    return byteOrderMark + csvLine(templateHeadings());
  });
  serve(app, enterpriseApi.listImports, ({ actor }) => listImports(actor, deps));
  serve(app, enterpriseApi.readImport, ({ actor, params }) => readImport(actor, params.importId, deps));
  serve(app, enterpriseApi.importFaults, async ({ actor, params, reply }) => {
    const { fileName, faults } = await importFaults(actor, params.importId, deps);
    offer(reply, `${fileName} 的错误.csv`);
    void reply.type('text/csv; charset=utf-8');
    const lines = faults.map((fault) => csvLine([fault.line, fault.column, fault.given, say(fault)]));
    return byteOrderMark + csvLine(['行', '列', '填的是', '怎么办']) + lines.join('');
  });
  serve(app, enterpriseApi.importEnterprises, async ({ actor, request }) => {
    const { id, done } = await beginImport(actor, await received(request), deps);
    done.catch((cause: unknown) => request.log.error(cause));
    return { id };
  });
  serve(app, enterpriseApi.cancelImport, async ({ actor, params }) => {
    await cancelImport(actor, params.importId, deps);
    return readImport(actor, params.importId, deps);
  });
  serve(app, enterpriseApi.undoImport, async ({ actor, params, body }) => {
    await undoImport(actor, params.importId, body.reason, deps);
    return readImport(actor, params.importId, deps);
  });
}

/** Writes the file of a form to the disk as it comes; it is never whole in memory. */
async function received(request: FastifyRequest): Promise<SentList> {
  if (!request.isMultipart()) throw new RefusalError({ code: 'media-type-unsupported' });
  const path = join(tmpdir(), `jingwei-import-${randomUUID()}`);
  let fileName: string | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: mostBytes, files: 1 } })) {
      if (part.type !== 'file') continue;
      fileName = part.filename ?? '';
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated)
        throw new RefusalError({ code: 'enterprise-import-large', field: fileName, limit: '1 GB' });
    }
    if (fileName === null) throw new RefusalError({ code: 'file-missing', field: 'file' });
    return { fileName, path };
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}
