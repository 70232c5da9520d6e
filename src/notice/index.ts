/**
 * The face of the notice slice: telling people what happened. Other slices call `enqueue` inside the transaction that
 * makes it true; requests and answers are in `contract.ts`.
 */

export type { EnqueueDeps, NoticeDeps } from './commands/deps.ts';
export type { Dispatcher } from './commands/dispatcher.ts';
export { enqueue } from './commands/enqueue.ts';
export * from './domain/index.ts';
export type { NoticeTables } from './store.ts';

export const loadNoticeServer = () => import('./routes.ts');
