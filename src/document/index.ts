export { extractDocuments } from './domain/extract.ts';
export type * from './domain/model.ts';
