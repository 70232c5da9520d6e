import { queryOptions } from '@tanstack/react-query';
import { addressOf, type CallInput, call } from '../http/client.ts';
import type { AnswerOf, Endpoint } from '../http/endpoint.ts';
import { noteAnswer, noteRefusal, tokenHeader } from './session.ts';

/** The one place from which pages talk to the server: same origin, typed by the contract of each slice. */
export { ApiRefused, type RefusalMessage } from '../http/client.ts';

/** Sends one request of a contract; throws ApiRefused with the server's sentences. Brings the session's token along. */
export async function send<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<AnswerOf<E>> {
  try {
    const answer = await call('', endpoint, { ...input, headers: { ...tokenHeader(), ...input.headers } });
    noteAnswer(answer);
    return answer;
  } catch (error) {
    noteRefusal(error);
    throw error;
  }
}

/** The address of an endpoint that answers with a file or an event stream, for links and EventSource. */
export const addressFor = (endpoint: Endpoint, params: unknown, query?: unknown): string =>
  addressOf('', endpoint, params, query);

/** What names an answer in the cache: the endpoint first, so that all answers of one endpoint can be marked stale. */
export const keyOf = (endpoint: Endpoint, params?: unknown, query?: unknown): readonly unknown[] => [
  endpoint.path,
  ...(params === undefined ? [] : [params]),
  ...(query === undefined ? [] : [query]),
];

/** Reads an endpoint through the cache, for `useQuery`. */
export function queryFor<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  const { params, query } = input as { params?: unknown; query?: unknown };
  return queryOptions({
    queryKey: keyOf(endpoint, params, query),
    queryFn: ({ signal }) => send(endpoint, { ...input, signal }),
  });
}
