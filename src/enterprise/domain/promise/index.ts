export * from './model.ts';
export { promiseStanding } from './standing.ts';
