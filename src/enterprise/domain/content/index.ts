export * from './check.ts';
export * from './figures.ts';
