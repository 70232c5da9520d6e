export * from './holds.ts';
export * from './model.ts';
export * from './parse.ts';
