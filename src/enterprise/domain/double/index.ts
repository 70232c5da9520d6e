export { type FoundPair, findDoubles } from './find.ts';
export { likenessKeys } from './keys.ts';
export { likelyScore, likenessOf, type Prepared, prepared } from './likeness.ts';
export * from './model.ts';
export { Places } from './places.ts';
export * from './reasons.ts';
