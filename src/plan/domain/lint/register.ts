import type { Registers } from '../register/index.ts';

/**
 * What the lint knows of the world: regions, government units with their other names and patterns, industry chains.
 * The caller loads it from packs/base. With nothing in it, the rules compare a document only with itself.
 */
export type Register = Registers;

export const EMPTY_REGISTER: Register = { regions: [], units: [], chains: [] };
