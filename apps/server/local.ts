import type { FastifyInstance } from 'fastify';
import { ApiRefused, addressOf, type CallInput, type RefusalMessage } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import { buildApp } from './app.ts';
import { openRuntime } from './runtime.ts';

/** The API without a server: the same routes on the same data, in this process. For the command line. */
export interface LocalApi {
  /** Sends one request of the contract and gives its answer; throws ApiRefused as the client of a server does. */
  readonly call: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  /** The same for answers that are files. */
  readonly fetch: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens the data folder (together with a server that runs on it, if one does) or the database of DATABASE_URL. */
export async function openLocalApi(
  options: { readonly dataDir?: string | undefined; readonly databaseUrl?: string | undefined } = {},
): Promise<LocalApi> {
  const runtime = await openRuntime({ ...options, exclusive: false });
  const app = await buildApp({
    plan: runtime.plan,
    webFolder: null,
    onlyThisMachine: true,
    noteFault: (number, cause) => process.stderr.write(`${number} ${cause instanceof Error ? cause.stack : cause}\n`),
  });
  const fetch = async <E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Buffer> =>
    answered(app, endpoint, input as CallInput<Endpoint>);
  return {
    call: async (endpoint, input) => JSON.parse((await fetch(endpoint, input)).toString('utf8')),
    fetch,
    close: async () => {
      await app.close();
      await runtime.close();
    },
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
  const { refusals } = answer.json<{ refusals: RefusalMessage[] }>();
  throw new ApiRefused(answer.statusCode, refusals, answer.json());
}
