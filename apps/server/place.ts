import { join } from 'node:path';
import type { Config } from '../../platform/config/index.ts';

const ownData = join(import.meta.dirname, '..', '..', '.data');

/** Which database is meant by the settings, and the data folder beside it. */
export const placeOf = ({ dataDir, databaseUrl, databaseAppUrl }: Config) => ({
  dataDir: dataDir ?? ownData,
  url: databaseUrl ?? undefined,
  appUrl: databaseAppUrl ?? undefined,
});

/** The name of the server's own login: of the address that is given for it, or the one made beside the owner's. */
export const appLoginOf = (address: string, given: boolean): string => {
  const user = decodeURIComponent(new URL(address).username);
  return given ? user : `${user || 'jingwei'}_app`;
};
