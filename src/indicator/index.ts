/** The face of the indicator slice: what is measured, what was reported, and what it comes to. */

export * from './domain/index.ts';
export * from './pack.ts';
export type { IndicatorTables } from './store.ts';
