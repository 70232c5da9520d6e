/** The face of the indicator slice: what is measured, what was reported, and what it comes to. */

export { type IndicatorDeps, today } from './commands/deps.ts';
export * from './domain/index.ts';
export { inventedFigures } from './domain/invented/past.ts';
export * from './pack.ts';
export type { IndicatorTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadIndicatorServer = () => import('./routes.ts');
