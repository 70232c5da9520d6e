import type { Db } from './store/db.ts';

/** Everything the diagnosis slice asks of the database. The statements are in `store/`, one file for each thing stored. */

export * from './store/campaign.ts';
export * from './store/diagnosis.ts';
export * from './store/enterprise.ts';
export * from './store/files.ts';
export * from './store/listing.ts';
export * from './store/providers.ts';
export type { DiagnosisTables, Frozen, KeptLevel, KeptSide } from './store/tables.ts';

export type DiagnosisDb = Db;
