export * from './batch/index.ts';
export { type Allocation, allocate, type Claim } from './budget/allocate.ts';
export { applyBudgets, type BudgetOutcome, type Due, type PaidDue, ranksOf } from './budget/apply.ts';
export type { PolicyFault } from './check/clerk.ts';
export { type CompileOptions, compilePolicy } from './check/compile.ts';
export type * from './check/compiled.ts';
export { type ConditionReader, conditionReader } from './check/conditions.ts';
export { type Fact, FactTable } from './check/facts.ts';
export { type Condition, type Fraction, factsOf, type Whole } from './check/program.ts';
export { isMoney, measureOf, plain, type Unit, unitText } from './check/units.ts';
export { type Draft, draftOf, type FoundClause, type FoundDocument } from './draft/draft.ts';
export * from './entitlement/answer.ts';
export * from './entitlement/audience.ts';
export * from './entitlement/entitlement.ts';
export { sharesOf } from './evaluate/award.ts';
export { type Change, type ClosestPath, closestPath } from './evaluate/closest.ts';
export {
  type ClauseOutcome,
  evaluate,
  evaluator,
  type GroupOutcome,
  type PolicyOutcome,
  type State,
} from './evaluate/evaluate.ts';
export {
  type ExplainedClause,
  type ExplainedGroup,
  type Explanation,
  explain,
  explainer,
  type Reason,
} from './evaluate/explain.ts';
export { figureOf, judgeOf, type Known } from './evaluate/program.ts';
export { nextQuestions, type Question } from './evaluate/questions.ts';
export { factText, factUnit, figureText } from './fact-text.ts';
export { mostAllowed } from './most.ts';
export { type PopulationOptions, populationOf } from './population/population.ts';
export { type Cliff, CliffFinder, type CliffOptions, type NearBorder } from './report/cliffs.ts';
export { type Conflict, conflictsOf, type InForce, type Witness } from './report/conflicts.ts';
export { type ClauseChange, type Difference, diffOf, type Edition, type PolicyDiff } from './report/diff.ts';
export { type Claims, type Exhaustion, exhaustionOf } from './report/exhaustion.ts';
export { type Funnel, FunnelCounts, type FunnelStep, funnelsOf } from './report/funnel.ts';
export { type Figure, type FigureChange, figuresOf, plainFigure, withFigures } from './report/proposal.ts';
export { type Case, type Change as CostChange, type Sides, type Trial, tryOut } from './report/sandbox.ts';
export { type TrialCase, type TrialPlan, type TrialReport, TrialRun } from './report/trial.ts';
export type * from './source.ts';
