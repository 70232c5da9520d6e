import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint.ts';

/** What a refusal looks like after it travelled: the sentence for people is already in it. */
export interface RefusalMessage {
  readonly code: string;
  readonly field?: string;
  readonly given?: string | number | null;
  readonly limit?: string | number | null;
  readonly message: string;
}

/** Thrown by `call` for every answer that is not a success; `body` is the whole answer (409 carries `changes`). */
export class ApiRefused extends Error {
  readonly status: number;
  readonly refusals: readonly RefusalMessage[];
  readonly body: unknown;
  constructor(status: number, refusals: readonly RefusalMessage[], body: unknown) {
    super(refusals.map((refusal) => refusal.message).join('\n'));
    this.name = 'ApiRefused';
    this.status = status;
    this.refusals = refusals;
    this.body = body;
  }
}

type Given<K extends string, V> = undefined extends V ? { readonly [P in K]?: V } : { readonly [P in K]: V };
export type CallInput<E> = Given<'params', ParamsOf<E>> &
  Given<'query', QueryOf<E>> &
  Given<'body', BodyOf<E>> & {
    /** For uploads instead of `body`. */
    readonly form?: FormData;
    readonly signal?: AbortSignal;
    readonly headers?: Readonly<Record<string, string>>;
  };

/** The address of an endpoint below `base` (for example `''` in a browser), with parameters and query filled in. */
export function addressOf(base: string, endpoint: Endpoint, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string | number>;
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== null) search.set(name, String(value));
  return `${base}/api/v1${path}${search.size === 0 ? '' : `?${search}`}`;
}

/**
 * Sends one request of the contract and gives its answer. Throws ApiRefused with the server's own sentences, and one
 * of its own (`unreachable`) when there is no answer at all.
 */
export async function call<E extends Endpoint>(base: string, endpoint: E, input: CallInput<E>): Promise<AnswerOf<E>> {
  const { params, query, body, form, signal, headers } = input as CallInput<Endpoint> & { body?: unknown };
  const response = await fetch(addressOf(base, endpoint, params, query), {
    method: endpoint.method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : jsonType), ...headers },
    ...(form === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: form }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiRefused(0, [{ code: 'unreachable', message: '连不上服务。请确认服务已启动，再试一次。' }], null);
  });
  if (!response.ok) throw await refusedAnswerOf(response);
  return (await response.json().catch(() => null)) as AnswerOf<E>;
}

/** An answer that is no success, as the error to throw. */
export async function refusedAnswerOf(response: Response): Promise<ApiRefused> {
  const answer: unknown = await response.json().catch(() => null);
  return new ApiRefused(response.status, refusalsOf(answer, response.status), answer);
}

const jsonType = { 'content-type': 'application/json' };

function refusalsOf(answer: unknown, status: number): readonly RefusalMessage[] {
  const refusals = (answer as { refusals?: unknown } | null)?.refusals;
  if (Array.isArray(refusals) && refusals.length > 0) return refusals as RefusalMessage[];
  return [{ code: 'no-reason', given: status, message: `服务没有说明原因（状态 ${status}）。请稍后再试。` }];
}
