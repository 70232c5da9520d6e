export type * from './model.ts';
export * from './read.ts';
export * from './words.ts';
