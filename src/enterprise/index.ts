/**
 * The face of the enterprise slice: who is in the register and what is known of each. What asks the database comes by
 * `loadEnterpriseServer`.
 */

export type { AskedTask, EnterpriseDeps, FilePartDeps } from './commands/deps.ts';
export * from './domain/index.ts';
export * from './pack.ts';
export type { EnterpriseDb, EnterpriseTables } from './store.ts';

export const loadEnterpriseServer = () => import('./routes.ts');
export type { FoundPair, Likened, Prepared } from './domain/double/index.ts';
export type { ImportField } from './domain/import/index.ts';

/** Likeness and the columns of lists carry tables of characters; they are loaded where somebody needs them. */
export const loadDoubles = () => import('./domain/double/index.ts');
export const loadImportColumns = () => import('./domain/import/index.ts');

/** Facts of the dictionary for one enterprise and, in columns, for all. */
export const loadEnterpriseFacts = () => import('./commands/facts/index.ts');
export type { EnterpriseFacts, FactDeps, FactSetup, KnownFact } from './commands/facts/index.ts';
export type { Origin } from './domain/facts/index.ts';
