export { extractDocuments } from './domain/extract.ts';
export type * from './domain/model.ts';
export { findQuantities, type Quantity } from './domain/number/quantity.ts';
export { type MendedText, mend, toSource } from './domain/text/mend.ts';
export { type Sentence, splitSentences } from './domain/text/sentences.ts';
export { findTimeTokens, type TimeToken } from './domain/time/tokens.ts';
