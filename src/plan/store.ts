import type { Kysely } from '../../platform/db/index.ts';
import type { PlanTables } from './store/tables.ts';

/** Everything the plan slice asks of the database. The statements are in `store/`, one file for each thing stored. */

export * from './store/editions.ts';
export * from './store/history.ts';
export * from './store/imports.ts';
export * from './store/listing.ts';
export * from './store/parents.ts';
export * from './store/plan.ts';
export * from './store/search.ts';
export * from './store/source.ts';
export type { ImportedPlan, ImportState, PlanTables } from './store/tables.ts';
export * from './store/version.ts';
export * from './store/write.ts';

export type PlanDb = Kysely<PlanTables>;

/** Runs several reads on one unmoving picture of the database. */
export const reading = <T>(db: PlanDb, work: (db: PlanDb) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);

/** Runs several writes as one: all or none. */
export const writing = <T>(db: PlanDb, work: (db: PlanDb) => Promise<T>): Promise<T> => db.transaction().execute(work);
