export * from './columns.ts';
export * from './figures.ts';
export * from './row.ts';
