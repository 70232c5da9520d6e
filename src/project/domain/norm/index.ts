export * from './due.ts';
export * from './model.ts';
