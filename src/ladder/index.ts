/** The face of the ladder slice: titles by dated editions, who reaches them, and what is missing. */

export * from './domain/index.ts';
export { verdictWords } from './pack/check-edition.ts';
export * from './pack.ts';
