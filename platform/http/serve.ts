import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { type Actor, localActor } from './actor.ts';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint.ts';
import type { ReadonlyDeep } from './types.ts';

/** Where every endpoint of a contract lies. */
export const apiRoot = '/api/v1';

/** A request that its contract has let through. */
export interface Served<E extends Endpoint> {
  readonly actor: Actor;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler<E extends Endpoint> = (
  served: Served<E>,
) => Promise<undefined extends AnswerOf<E> ? unknown : ReadonlyDeep<AnswerOf<E>>>;

/** Registers the route of one endpoint: parameters, query and body are checked by its contract before the handler. */
export function serve<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const { method, path, summary, status, params, query, body, answer } = endpoint;
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
    handler: async (request, reply) => {
      void reply.status(status);
      return handler({
        actor: localActor,
        params: request.params as ParamsOf<E>,
        query: request.query as QueryOf<E>,
        body: request.body as BodyOf<E>,
        request,
        reply,
      });
    },
  });
}
