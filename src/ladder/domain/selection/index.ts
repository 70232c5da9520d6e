export { type Assignment, assignExperts, type Expert } from './assign.ts';
export { measureFaults, type SelectionFault, schemeFaults, sheetFaults } from './check.ts';
export { type Decided, type Decision, type Departure, decided } from './decide.ts';
export {
  type Measure,
  type Measured,
  measured,
  pointsText,
  pointText,
  quantitativeMost,
  type Stored,
} from './measure.ts';
export * from './model.ts';
export { type Ranked, ranking } from './rank.ts';
export { comparePoints, type Points, type Scored, scored, shownPoints, wholePoints } from './score.ts';
export { type Sensitivity, sensitivity, type Variation } from './sensitivity.ts';
