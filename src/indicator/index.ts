/** The face of the indicator slice: what is measured, what was reported, and what it comes to. */

export type * from './domain/definition.ts';
export type * from './domain/figure.ts';
export * from './pack.ts';
export type { IndicatorTables } from './store.ts';
