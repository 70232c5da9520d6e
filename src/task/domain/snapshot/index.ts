export { canonicalText } from './canonical.ts';
export * from './snapshot.ts';
