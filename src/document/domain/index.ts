/** The part of this slice that is pure: it reads a document in a browser as well as on the server. */
export { extractDocuments } from './extract.ts';
export type * from './model.ts';
