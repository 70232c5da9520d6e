export { contentHash } from './hash.ts';
export { loadPackLibrary } from './library.ts';
export { packLimits } from './limits.ts';
export { type TermsContent, termsPack } from './terms.ts';
