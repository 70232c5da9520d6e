import { type Clock, systemClock } from '../../platform/clock/index.ts';
import { type Config, readConfig } from '../../platform/config/index.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { openSecretKey, type SecretKey } from '../../platform/secrets/index.ts';
import type { PlanDeps, PlanTables } from '../../src/plan/index.ts';
import { placeOf } from './place.ts';
import { openUnderstanding } from './understanding.ts';

export interface RuntimeOptions {
  /** Folder of the embedded database; `.data` beside the program, or JINGWEI_DATA. */
  readonly dataDir?: string | undefined;
  /** Address of an external PostgreSQL; DATABASE_URL. */
  readonly databaseUrl?: string | undefined;
  /** True for a server, of which a data folder has one at a time. */
  readonly exclusive: boolean;
  /** The machine's unless given. */
  readonly clock?: Clock | undefined;
  /** All settings; those of the environment unless given. */
  readonly config?: Config | undefined;
}

/** Everything that commands need, open: database, threads, clock. */
export interface Runtime {
  readonly config: Config;
  readonly plan: PlanDeps;
  /** Seals what is kept secret in the database. */
  readonly secrets: SecretKey;
  /** Address of the database's owner, for work on whole tables. Never to be shown. */
  readonly ownerAddress: string;
  /** Where the data lies, for people. */
  readonly where: string;
  /** True when no other server works on this database. */
  readonly alone: boolean;
  /** The folder of the embedded database, keys and notes. */
  readonly dataDir: string;
  /** True when the database is the one of the data folder. */
  readonly embedded: boolean;
  readonly close: () => Promise<void>;
}

/** Opens database and threads. Refuses wrong settings, and what `openDatabase` refuses. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const config = options.config ?? readConfig(process.env);
  const place = placeOf(config);
  const url = options.databaseUrl ?? place.url;
  const { db, ownerAddress, where, close } = await openDatabase<PlanTables>({
    dataDir: options.dataDir ?? place.dataDir,
    url,
    appUrl: place.appUrl,
    connections: config.databaseConnections,
    migrate: url === undefined || config.migrate,
    exclusive: options.exclusive,
  });
  const understanding = openUnderstanding();
  const alone = options.exclusive && url === undefined;
  return {
    config,
    plan: { db, clock: options.clock ?? systemClock, newId, understanding },
    secrets: openSecretKey(config.secretKey, options.dataDir ?? place.dataDir),
    ownerAddress,
    where,
    alone,
    dataDir: options.dataDir ?? place.dataDir,
    embedded: url === undefined,
    close: async () => {
      await understanding.close();
      await close();
    },
  };
}
