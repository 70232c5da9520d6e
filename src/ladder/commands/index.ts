export { compiledEdition, compiledIfAny, hintsOf } from './editions.ts';
export { type JudgedBlock, judgeAll } from './judge-all.ts';
export { factsAsked, judgedHeading, judgedRow } from './judged-row.ts';
