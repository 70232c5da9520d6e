export type * from './domain/lint/model.ts';
