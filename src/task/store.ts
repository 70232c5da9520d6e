/** Everything the task slice asks of the database. The statements are in `store/`. */

import type { Kysely } from '../../platform/db/index.ts';
import type { TaskTables } from './store/tables.ts';

export type { TaskTables } from './store/tables.ts';

export type TaskDb = Kysely<TaskTables>;
