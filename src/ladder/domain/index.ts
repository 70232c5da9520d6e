export { eachAlone, programOf, reachOf, StandingReader, type Standings } from './batch/standings.ts';
export * from './edition/compile.ts';
export { editionOn } from './edition/in-force.ts';
export type * from './edition/source.ts';
export { dayAfter, type Gap, gapsOf, type Hints } from './judge/gaps.ts';
export * from './judge/judge.ts';
export { type Step, type Unmet, type Way, wayOf } from './judge/path.ts';
export { type Standing, standingOf } from './judge/standing.ts';
export { gapWords, stepWords, unmetWords } from './judge/words.ts';
