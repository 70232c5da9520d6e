import type { Refusal } from '../../kernel/index.ts';

/** Where the demo is to run. */
export interface DemoPlace {
  /** True when the database is the one of the data folder. */
  readonly embedded: boolean;
  /** True when nobody has an account yet, or the demo itself made them. */
  readonly ownOrEmpty: boolean;
  /** Address to listen on. */
  readonly host: string;
  readonly nodeEnv: string | undefined;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/**
 * Why the demo, whose people's passwords are printed, may not run here: an external database, a database that others
 * work in, an address that other machines reach, or NODE_ENV=production. Empty: it may.
 */
export function demoRefusals({ embedded, ownOrEmpty, host, nodeEnv }: DemoPlace): Refusal[] {
  const refusals: Refusal[] = [];
  if (nodeEnv === 'production') refusals.push({ code: 'demo-in-production', field: 'NODE_ENV', given: nodeEnv });
  if (!embedded) refusals.push({ code: 'demo-external-database', field: 'DATABASE_URL' });
  if (!ownOrEmpty) refusals.push({ code: 'demo-database-in-use' });
  if (!loopback.test(host)) refusals.push({ code: 'demo-not-loopback', field: '--host', given: host });
  return refusals;
}
