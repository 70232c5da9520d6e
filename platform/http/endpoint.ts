import type { Static, TSchema } from 'typebox';
import type { Requirement } from '../../src/access/index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One request of the API and its answer, described once: the server checks with it, the OpenAPI page is made from it,
 * and the web and command-line clients take their types from it. No IO here, so that a browser can import it.
 */
export interface Endpoint<
  P extends TSchema | undefined = TSchema | undefined,
  Q extends TSchema | undefined = TSchema | undefined,
  B extends TSchema | undefined = TSchema | undefined,
  A extends TSchema | undefined = TSchema | undefined,
  R extends Requirement = Requirement,
> {
  readonly method: Method;
  /** Below /api/v1, with `:name` parameters. */
  readonly path: string;
  /** One line in Chinese for the API page. */
  readonly summary: string;
  /** Status of a success. */
  readonly status: 200 | 201 | 202;
  /** What whoever asks must hold: a permission, a session of his own, or nothing. There is no route without it. */
  readonly permission: R;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Undefined when the answer is a file or an event stream. */
  readonly answer?: A;
}

/** Gives the description back with its exact types. */
export const endpoint = <
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  A extends TSchema | undefined = undefined,
  const R extends Requirement = Requirement,
>(
  description: Endpoint<P, Q, B, A, R>,
): Endpoint<P, Q, B, A, R> => description;

type StaticOf<S> = S extends TSchema ? Static<S> : undefined;
export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _A, infer _R> ? StaticOf<P> : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _A, infer _R> ? StaticOf<Q> : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _A, infer _R> ? StaticOf<B> : never;
export type AnswerOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer A, infer _R> ? StaticOf<A> : never;
