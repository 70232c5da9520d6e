import type { FastifyInstance } from 'fastify';
import { ApiRefused, addressOf, type CallInput, type RefusalMessage } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';

/** The API as the code of this process may ask it: by the same contract as a browser, without a network. */
export interface Asker {
  /** Sends one request and gives its answer; throws ApiRefused as the client of a server does. */
  readonly call: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  /** The same for answers that are files. */
  readonly fetch: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<Buffer>;
}

/** Asks an app that need not listen. */
export function askApp(app: FastifyInstance): Asker {
  const fetch: Asker['fetch'] = (endpoint, input) => answered(app, endpoint, input as CallInput<Endpoint>);
  return {
    fetch,
    call: async (endpoint, input) => JSON.parse((await fetch(endpoint, input)).toString('utf8')),
  };
}

async function answered(
  app: FastifyInstance,
  endpoint: Endpoint,
  { params, query, body, form, headers }: CallInput<Endpoint> & { readonly body?: unknown },
): Promise<Buffer> {
  const sent = form === undefined ? null : new Response(form);
  const answer = await app.inject({
    method: endpoint.method,
    url: addressOf('', endpoint, params, query),
    headers: { ...headers, ...(sent !== null && { 'content-type': sent.headers.get('content-type') ?? '' }) },
    ...(sent !== null && { payload: Buffer.from(await sent.arrayBuffer()) }),
    ...(body !== undefined && { payload: body as object }),
  });
  if (answer.statusCode < 400) return answer.rawPayload;
  const refused = answer.json<{ refusals: RefusalMessage[] }>();
  throw new ApiRefused(answer.statusCode, refused.refusals, refused);
}
