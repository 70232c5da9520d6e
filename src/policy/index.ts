/** The face of the policy slice: support clauses as rules, what they pay, and why. */

export * from './domain/index.ts';
export { type CompiledLibrary, compileLibrary } from './pack/compile-library.ts';
export { type Untried, untriedOf } from './pack/tried.ts';
export { factsWords, policyWords } from './pack/words.ts';
export * from './pack.ts';

/** Runs over files of enterprises; they bring threads and files with them, which most pages and commands do not need. */
export const loadPolicyRuns = () => import('./commands/index.ts');
export type { PolicyDeps } from './commands/deps.ts';
export type { PolicyTables } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadPolicyServer = () => import('./routes.ts');
