export * from './edition/compile.ts';
export { editionOn } from './edition/in-force.ts';
export type * from './edition/source.ts';
export * from './judge/judge.ts';
export { type Standing, standingOf } from './judge/standing.ts';
