import type { Kysely } from '../../platform/db/index.ts';
import type { ProjectTables } from './store/tables.ts';

/** Everything the project slice asks of the database. The statements are in `store/`, one file for each thing stored. */

export * from './store/alarms.ts';
export * from './store/count.ts';
export * from './store/events.ts';
export * from './store/files.ts';
export * from './store/listing.ts';
export * from './store/months.ts';
export * from './store/names.ts';
export * from './store/norms.ts';
export * from './store/pairs.ts';
export * from './store/project.ts';
export type { ProjectTables } from './store/tables.ts';
export * from './store/totals.ts';

export type ProjectDb = Kysely<ProjectTables>;
