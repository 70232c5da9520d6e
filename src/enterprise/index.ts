/** The face of the enterprise slice: who is in the register and what is known of each. */

export * from './domain/index.ts';
export * from './pack.ts';
