/** The face of the chain slice: who runs a chain, what its chief did, its maps and lists. */

export type { ChainDeps, ListSheet, NewInstruction } from './commands/deps.ts';
export * from './domain/index.ts';
export * from './pack.ts';
export type { ChainTables } from './store.ts';

export const loadChainServer = () => import('./routes.ts');
