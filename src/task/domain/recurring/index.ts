export * from './occurrences.ts';
export * from './read.ts';
