/**
 * The face of the work slice: what is to be done and by whom. Other slices call `openWork` and `closeWork` inside the
 * transaction that makes it so, and bring what the search over everything looks for as `Searcher`s.
 */

export type { Hit, OpenDeps, Searcher, WorkDeps } from './commands/deps.ts';
export { partiesOf, placeOf, refuseDay, refuseFar } from './commands/give-work.ts';
export {
  closeWork,
  closeWorks,
  type DoneWork,
  type NewWork,
  openWork,
  openWorks,
  putByHand,
} from './commands/open-work.ts';
export * from './domain/index.ts';
export type { WorkTables } from './store.ts';

export const loadWorkServer = () => import('./routes.ts');
