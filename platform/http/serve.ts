import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Actor } from '../../src/access/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { asAsking, asNobody, asSystem } from '../db/as-actor.ts';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint.ts';
import type { Gate, Knock } from './gate.ts';
import type { ReadonlyDeep } from './types.ts';

/** Where every endpoint of a contract lies. */
export const apiRoot = '/api/v1';

/** A request that its contract has let through. */
export interface Served<E extends Endpoint> {
  /** Null only where the contract asks for nobody (`anyone`). */
  readonly actor: E['permission'] extends 'anyone' ? Actor | null : Actor;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler<E extends Endpoint> = (
  served: Served<E>,
) => Promise<undefined extends AnswerOf<E> ? unknown : ReadonlyDeep<AnswerOf<E>>>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Who comes in (apps/server/app.ts sets it before any route). */
    gate: Gate;
  }
  interface FastifyRequest {
    /** Who was let in, for logs and for noting refusals. */
    actor: Actor | null;
    knock: Knock | null;
  }
}

/**
 * Registers the route of one endpoint. The gate says who comes, the contract's permission whether he may, before
 * anything of the request is read; then parameters, query and body are checked by the contract. The handler runs on the
 * actor's behalf: the database shows it only what his post may see.
 */
export function serve<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const { method, path, summary, status, permission, params, query, body, answer } = endpoint;
  const knock: Knock = { route: `${method} ${path}`, summary, requirement: permission };
  app.route({
    method,
    url: apiRoot + path,
    schema: {
      summary,
      ...(params !== undefined && { params }),
      ...(query !== undefined && { querystring: query }),
      ...(body !== undefined && { body }),
      response: answer === undefined ? {} : { [status]: answer as TSchema },
    },
    onRequest: async (request) => {
      request.knock = knock;
      request.actor = await asSystem(() => app.gate.admit(request, knock));
      refuseStranger(request.actor, knock);
    },
    handler: async (request, reply) => {
      void reply.status(status);
      const served = {
        actor: request.actor,
        params: request.params as ParamsOf<E>,
        query: request.query as QueryOf<E>,
        body: request.body as BodyOf<E>,
        request,
        reply,
      } as Served<E>;
      return onBehalf(request.actor, () => handler(served));
    },
  });
}

/** 401 for nobody known, 403 for one whose post does not hold the permission. */
function refuseStranger(actor: Actor | null, { requirement, summary }: Knock): void {
  if (requirement === 'anyone') return;
  if (actor === null) throw new RefusalError({ code: 'not-signed-in' });
  if (requirement === 'signed-in' || actor.permissions.has(requirement)) return;
  throw new RefusalError({ code: 'not-allowed', given: actor.post?.roleName ?? null, limit: summary });
}

function onBehalf<T>(actor: Actor | null, work: () => T): T {
  if (actor === null) return asNobody(work);
  // The platform itself and the operator of its machine have no post; the rows are theirs anyway.
  if (actor.reach.everything) return asSystem(work);
  return asAsking({ postId: actor.post?.id ?? '', personId: actor.id }, work);
}
