export * from './change.ts';
export * from './period.ts';
