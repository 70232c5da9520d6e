export * from './changes.ts';
export * from './draft.ts';
export { deliverablesOf, wholeOf } from './figures.ts';
export * from './meant.ts';
export * from './planned.ts';
