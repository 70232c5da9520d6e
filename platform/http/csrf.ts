import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../../src/kernel/index.ts';
import { sameText } from '../secrets/index.ts';

/** The header by which a page shows that it is ours; no other site can set it or read what belongs in it. */
export const csrfHeader = 'x-csrf-token';

/** What belongs in the header for a session token. It follows from the token, which scripts cannot read. */
export const csrfTokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('jingwei csrf').digest('base64url');

/** Refuses (`csrf-wrong`) a change that does not bring the token of its session along. */
export function refuseForged(request: FastifyRequest, sessionToken: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const given = request.headers[csrfHeader];
  if (typeof given === 'string' && sameText(given, csrfTokenOf(sessionToken))) return;
  throw new RefusalError({ code: 'csrf-wrong' });
}
