import type { Clock } from '../../../platform/clock/index.ts';
import type { Kysely } from '../../../platform/db/index.ts';
import type { AuditTables } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface AuditDeps {
  readonly db: Kysely<AuditTables>;
  readonly clock: Clock;
}
