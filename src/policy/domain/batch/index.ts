export { AwardText, type Ids, payersOf } from './award-text.ts';
export { type Column, type ColumnForm, type ColumnShape, columnOf, formOf, missingIn } from './columns.ts';
export { excludingFacts, type LeftOut, leaveOut } from './leave-out.ts';
export { loopSource, NONE, UNKNOWN } from './loop-source.ts';
export { type BatchProgram, batchProgram, type Slot } from './program.ts';
export { type BatchResults, type BatchRun, batchRun, resultsOf } from './run-loop.ts';
export { Settled } from './settled.ts';
export { type BatchSummary, mergeSummaries, type Sum, type Sums, summaryJson, summaryOfAsked } from './summary.ts';
export { type Division, type Divisions, summarize } from './tally.ts';
