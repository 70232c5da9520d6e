export { addressList } from './kinds.ts';
export { readConfig } from './read-config.ts';
export { type Config, type Variable, variables } from './variables.ts';
