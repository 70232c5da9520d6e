/** The pure part of this slice: who runs a chain, what it keeps, and what its chief owes. Runs in browsers too. */
export * from './acts.ts';
export * from './check.ts';
export * from './map/index.ts';
export * from './model.ts';
export * from './place/index.ts';
export * from './scheme.ts';
