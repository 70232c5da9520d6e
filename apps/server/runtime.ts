import { join } from 'node:path';
import { systemClock } from '../../platform/clock/index.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { PlanDeps, PlanTables } from '../../src/plan/index.ts';
import { openUnderstanding } from './understanding.ts';

export interface RuntimeOptions {
  /** Folder of the embedded database; `.data` beside the program, or JINGWEI_DATA. */
  readonly dataDir?: string | undefined;
  /** Address of an external PostgreSQL; DATABASE_URL. */
  readonly databaseUrl?: string | undefined;
  /** True for a server, of which a data folder has one at a time. */
  readonly exclusive: boolean;
}

/** Everything that commands need, open: database, threads, clock. */
export interface Runtime {
  readonly plan: PlanDeps;
  /** Address of the database's owner, for work on whole tables. Never to be shown. */
  readonly ownerAddress: string;
  /** Where the data lies, for people. */
  readonly where: string;
  /** True when no other server works on this database. */
  readonly alone: boolean;
  readonly close: () => Promise<void>;
}

const ownData = join(import.meta.dirname, '..', '..', '.data');

/** Opens database and threads. Refuses what `openDatabase` refuses. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { db, ownerAddress, where, close } = await openDatabase<PlanTables>({
    dataDir: options.dataDir ?? process.env.JINGWEI_DATA ?? ownData,
    url: options.databaseUrl ?? process.env.DATABASE_URL,
    appUrl: process.env.DATABASE_APP_URL,
    exclusive: options.exclusive,
  });
  const understanding = openUnderstanding();
  const alone = options.exclusive && (options.databaseUrl ?? process.env.DATABASE_URL) === undefined;
  return {
    plan: { db, clock: systemClock, newId, understanding },
    ownerAddress,
    where,
    alone,
    close: async () => {
      await understanding.close();
      await close();
    },
  };
}
