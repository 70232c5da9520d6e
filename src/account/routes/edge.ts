import type { FastifyReply, FastifyRequest } from 'fastify';
import { type SafeCookie, safeCookie } from '../../../platform/http/session-cookie.ts';
import type { Visitor } from '../commands/deps.ts';
import { deviceOf } from '../domain/index.ts';

/** What the requests of a browser bring along and take with them. */
export interface Edge {
  /** The token of the session; null without one. */
  readonly tokenOf: (request: FastifyRequest) => string | null;
  /** Lets the browser keep a session's token until it closes. */
  readonly give: (request: FastifyRequest, reply: FastifyReply, token: string) => void;
  readonly forget: (request: FastifyRequest, reply: FastifyReply) => void;
  /** The same for somebody who is at the identity provider. */
  readonly tripOf: (request: FastifyRequest) => string | null;
  readonly giveTrip: (request: FastifyRequest, reply: FastifyReply, trip: string) => void;
  readonly forgetTrip: (request: FastifyRequest, reply: FastifyReply) => void;
}

const tripSeconds = 600;

/** Cookies as they are safe under our public address; `https` there, or before a trusted proxy, makes them secure. */
export function edgeFor(publicUrl: string | null): Edge {
  const always = publicUrl?.startsWith('https:') ?? false;
  const pair = (name: string) => ({ plain: safeCookie(name, false), secure: safeCookie(name, true) });
  const [session, trip] = [pair('jw_session'), pair('jw_sign_on')];
  const of = (request: FastifyRequest, { plain, secure }: typeof session): SafeCookie =>
    always || request.protocol === 'https' ? secure : plain;
  return {
    tokenOf: (request) => of(request, session).read(request),
    give: (request, reply, token) => of(request, session).set(reply, token),
    forget: (request, reply) => of(request, session).clear(reply),
    tripOf: (request) => of(request, trip).read(request),
    giveTrip: (request, reply, sealed) => of(request, trip).set(reply, sealed, tripSeconds),
    forgetTrip: (request, reply) => of(request, trip).clear(reply),
  };
}

/** Who knocks, as far as the network tells. */
export const visitorOf = (request: FastifyRequest): Visitor => ({
  from: request.ip,
  device: deviceOf(request.headers['user-agent']),
});
