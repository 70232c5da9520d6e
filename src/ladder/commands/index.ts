export { compiledEdition, compiledIfAny, hintsOf } from './editions.ts';
export { type BlockSums, judgeAll } from './judge/judge-all.ts';
export { factsAsked, judgedHeading, judgedRow } from './judged-row.ts';
export { type KeepDeps, keepStandings } from './keep-standings.ts';
