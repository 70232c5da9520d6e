import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * The built web pages. Files with a hash in their name never change and may be kept for a year; the first page is asked
 * for anew each time. Every other address that a browser opens gets the first page too, which knows its own routes.
 */
export async function webRoutes(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(notBuilt));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes('/assets/');
      void reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isPage = !pathname.startsWith('/api/') && !/\.[a-z0-9]{1,8}$/i.test(pathname);
    return isPage ? reply.sendFile('index.html') : reply.callNotFound();
  });
}

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>经纬</title>
<p>网页文件还没有生成。请运行 <code>npm run build</code>，再刷新这一页。</p></html>`;
