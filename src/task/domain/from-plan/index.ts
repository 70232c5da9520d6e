export * from './draft.ts';
export { deliverablesOf, wholeOf } from './figures.ts';
export * from './planned.ts';
