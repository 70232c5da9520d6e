export { type PackFile, readPackFiles } from './files.ts';
export { contentHash } from './hash.ts';
export { KeptPacks } from './kept.ts';
export { filesOfKinds, loadPackLibrary, skimPackLibrary } from './library.ts';
export { packLimits } from './limits.ts';
export { type TermsContent, termsPack } from './terms.ts';
