import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** The description of the API, made from the contracts, at /api/openapi.json. Register it before the routes. */
export async function openApiRoute(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '经纬 API',
        version: '1',
        description: '每个请求被拒绝时都答 {"refusals":[{code,field,given,limit,message}]}。',
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
