import { RefusalError } from '../../src/kernel/index.ts';

/** Where a database is, for people: host and name, never with a password. Refuses an address that cannot be read. */
export function placeOf(address: string): string {
  try {
    const { host, pathname } = new URL(address);
    return `${host}${pathname}`;
  } catch {
    throw new RefusalError({ code: 'server-unreadable' });
  }
}
