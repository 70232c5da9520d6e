/**
 * The face of the diagnosis slice: questionnaires that an enterprise answers for itself and a second person checks, what
 * they come to, and what would bring it further.
 */

export * from './domain/index.ts';
export * from './pack.ts';
