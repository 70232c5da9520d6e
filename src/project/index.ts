/** The face of the project slice: projects with their stages and investment, each counted once. */

export * from './domain/index.ts';
