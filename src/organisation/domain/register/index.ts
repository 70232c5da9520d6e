export type * from './model.ts';
export { liesWithin, parentOf, regionsNamed } from './regions.ts';
export { findUnit, type KnownUnit } from './units.ts';
