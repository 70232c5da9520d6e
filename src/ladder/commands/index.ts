export { compiledEdition, compiledIfAny, hintsOf } from './editions.ts';
export { factsAsked, judgedHeading, judgedRow } from './judged-row.ts';
