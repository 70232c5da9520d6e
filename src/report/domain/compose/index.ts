export * from './compose.ts';
export { dutiesNamed } from './of-unit.ts';
