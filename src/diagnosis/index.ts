/**
 * The face of the diagnosis slice: questionnaires that an enterprise answers for itself and a second person checks, what
 * they come to, and what would bring it further.
 */

export type { DiagnosisDeps, PayingClause } from './commands/deps.ts';
export * from './domain/index.ts';
export * from './pack.ts';
export type { DiagnosisTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadDiagnosisServer = () => import('./routes.ts');
