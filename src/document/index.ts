export type * from './domain/model.ts';
