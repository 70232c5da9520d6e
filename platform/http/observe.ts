import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Level, Log } from '../log/index.ts';
import type { Metrics } from '../metrics/index.ts';
import './serve.ts';

/** Upper bounds of the buckets of answering times, in seconds. */
const limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];

/**
 * Writes and counts every answer: number, method, pattern of the address, status, time, and the number of the person.
 * Nothing of what was asked or answered.
 */
export function observe(app: FastifyInstance, log: Log, metrics: Metrics): void {
  const requests = metrics.counter('jingwei_http_requests_total', '答复的请求数', ['method', 'route', 'status']);
  const seconds = metrics.histogram('jingwei_http_request_seconds', '答复用时', ['method', 'route'], limits);
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const [route, status, ms] = [routeOf(request), reply.statusCode, Math.round(reply.elapsedTime)];
    requests.add([method, route, String(status)]);
    seconds.observe([method, route], reply.elapsedTime / 1000);
    const person = request.actor?.id;
    const fields = { request: request.id, method, route, status, ms, ...(person !== undefined && { person }) };
    log(levelOf(route, status), 'request', fields);
  });
}

/** The pattern as it stands in the code; whatever was asked instead of one is not told. */
const routeOf = (request: FastifyRequest): string =>
  request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)');

function levelOf(route: string, status: number): Level {
  if (status === 503) return 'warn';
  if (status >= 500) return 'error';
  return route.startsWith('/api/') ? 'info' : 'debug';
}
