import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';

export type Db = Kysely<IndicatorTables>;
