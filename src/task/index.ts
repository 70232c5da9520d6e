/** The face of the task slice: who owes what by when, what became of it, and what a dispatch froze. */
export * from './domain/index.ts';
