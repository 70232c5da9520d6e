/**
 * The face of the audit slice: what was done and refused, by whom, as which post, on what ground; a chain that shows
 * when it was touched. Commands that change something go through `recording`.
 */

export type { AuditDeps } from './commands/deps.ts';
export { exportChain, type Span } from './commands/export-chain.ts';
export {
  type RecordingDeps,
  type RefusedAttempt,
  recordInside,
  recording,
  recordRefusal,
  recordRefusalInside,
  type TakeNote,
} from './commands/recording.ts';
export { searchLog } from './commands/search-log.ts';
export { type Progress, type VerifyLog, verifyDatabase, verifyLog } from './commands/verify-log.ts';
export * from './domain/index.ts';
export { type AuditTables, type EntryRow, readHead } from './store.ts';

/** The routes bring the database with them; most of the command line does not need it. */
export const loadAuditServer = () => import('./routes.ts');
