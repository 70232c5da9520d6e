export * from './columns.ts';
export * from './derive.ts';
export * from './read-rows.ts';
export type * from './sources.ts';
