import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from '../../src/kernel/index.ts';

/**
 * What a browser may load and do: only what this server itself gives. The interface library writes its styles into the
 * page, hence 'unsafe-inline' for styles; no script has it.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-frame-options': 'DENY',
};

const ownNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Under which names the server is asked. */
export interface Reached {
  /** True while it listens only to this machine (a proxy may stand in front). */
  readonly onlyThisMachine: boolean;
  /** Address that browsers see, without path; null when nobody said. */
  readonly publicUrl: string | null;
}

/** Asked by programs under any name; no cookie counts there. */
const forPrograms: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Puts the safety headers on every answer, and refuses what another web site makes a visitor's browser send: changes
 * with a foreign origin, and every name that is not ours, where we know our names: that of the public address, and this
 * machine's own.
 */
export function guard(app: FastifyInstance, { onlyThisMachine, publicUrl }: Reached): void {
  const site = publicUrl === null ? null : new URL(publicUrl);
  const names = new Set([...ownNames, ...(site === null ? [] : [site.hostname])]);
  const named = onlyThisMachine || site !== null;
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (site?.protocol === 'https:')
      void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    if (named && !names.has(request.hostname) && !forPrograms.has(request.url)) refuse(request.hostname);
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request);
  });
}

function refuseForeign(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) refuse(origin);
  if (request.headers['sec-fetch-site'] === 'cross-site') refuse(origin ?? '');
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

function refuse(given: string): never {
  throw new RefusalError({ code: 'origin-foreign', field: 'origin', given });
}
