export type * from './domain/lint/model.ts';
export type * from './domain/model.ts';
