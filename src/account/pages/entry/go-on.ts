import type { SessionJson } from '../../contract.ts';

/** The page of ours that an address asks for; anything else becomes the first page. */
export function pageAfter(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return '/';
  const url = new URL(next, 'http://own.invalid');
  return url.host === 'own.invalid' && url.pathname !== '/login' ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** Where somebody goes who is in: on to his page, or to his account while something is due there. */
export const placeOf = ({ state }: Pick<SessionJson, 'state'>, next: string | undefined): string =>
  state === 'open' ? pageAfter(next) : '/me';

/** Goes there with a new page, so that nothing of anybody before is left in memory. */
export const goOn = (session: SessionJson, next: string | undefined): void => location.replace(placeOf(session, next));
