import { ApiRefused } from '../http/client.ts';

/**
 * What pages need of the session beside what it says: the token that every change must bring along, and the news that it
 * has ended. The cookie itself is out of reach of scripts.
 */
let token: string | null = null;
const listeners = new Set<() => void>();

export const tokenHeader = (): Readonly<Record<string, string>> => (token === null ? {} : { 'x-csrf-token': token });

/** Each answer that describes the session brings the token that counts from now on. */
export function noteAnswer(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('csrfToken' in answer)) return;
  token = typeof answer.csrfToken === 'string' ? answer.csrfToken : null;
}

/** The refusal of somebody whom the server does not know, or no longer. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiRefused && error.refusals.some(({ code }) => code === 'not-signed-in');

/** The refusal of something that the present post may not do. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof ApiRefused && error.refusals.some(({ code }) => code === 'not-allowed');

/** Called for every refused request; tells those who listen when it means that the session has ended. */
export function noteRefusal(error: unknown): void {
  if (isSignedOut(error)) for (const listener of listeners) listener();
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
