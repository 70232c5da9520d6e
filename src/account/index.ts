/**
 * The face of the account slice. Requests and answers are in `contract.ts`, which a browser can load too; routes and gate
 * come by a function of their own, with the database.
 */

export type { AccountDeps, Visitor } from './commands/deps.ts';
export type { OperatorCommands } from './commands/operator.ts';
export type * from './contract.ts';
export * from './domain/index.ts';
export type { Edge } from './routes/edge.ts';
export type { AccountDb, AccountTables } from './store.ts';

export const loadAccountServer = () => import('./routes.ts');
