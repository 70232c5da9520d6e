export * from './edition.ts';
export * from './edits.ts';
export * from './model.ts';
export * from './standing.ts';
