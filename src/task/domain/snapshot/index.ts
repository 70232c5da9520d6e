export { canonicalPieces, canonicalText } from './canonical.ts';
export * from './changes.ts';
export * from './snapshot.ts';
