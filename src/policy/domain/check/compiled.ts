import type { BudgetRule, RoundingMode } from '../source.ts';
import type { FactTable } from './facts.ts';
import type { Condition, Fraction } from './program.ts';

/** A condition with its Chinese words and its parts, so that whatever decides also explains. */
export interface Check {
  readonly words: string;
  readonly condition: Condition;
  /** `all` and `any`: what it is made of; none for one that is looked at as a whole. */
  readonly parts: readonly Check[];
  readonly kind: 'all' | 'any' | 'not' | 'leaf';
  /** The two sides of a comparison of figures, with the unit they are shown in. */
  readonly sides: { readonly left: Fraction; readonly right: Fraction; readonly unit: string } | null;
}

/** Rounded once, to whole `step` yuan. */
export interface Rounding {
  readonly step: number;
  readonly mode: RoundingMode;
}

export interface Payer {
  readonly payer: string;
  /** Millionths of the award, rounded down. */
  readonly millionths: number;
  /** Takes what rounding leaves. */
  readonly rest: boolean;
}

export interface CompiledClause {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly beneficiary: string;
  readonly group: string | null;
  /** Further groups, where groups overlap. */
  readonly alsoIn: readonly string[];
  /** Scope first, then conditions, then the floor: all must hold. */
  readonly check: Check;
  /** Whole 元 as a fraction, never below 0. */
  readonly amount: Fraction;
  /** How the amount is made, in words. */
  readonly amountWords: string;
  readonly rounding: Rounding;
  /** No award of this clause can be more, in 元. */
  readonly most: number;
  readonly payers: readonly Payer[];
  readonly facts: readonly number[];
  readonly evidence: readonly string[];
  readonly open: readonly string[];
  readonly window: { readonly from: string; readonly to: string } | null;
  /** The whole clause as a sentence that an official can countersign. */
  readonly sentence: string;
}

export interface CompiledGroup {
  readonly id: string;
  readonly name: string;
  readonly rule: 'highest' | 'all';
  /** Numbers of its clauses, in the order of the document. */
  readonly members: readonly number[];
  /** Number of the joint that decides it; null: it is decided by itself. */
  readonly joint: number | null;
}

/** Groups that share clauses, decided together: of the choices that do not break a rule, the one that comes to most. */
export interface Joint {
  readonly members: readonly number[];
  /** Clauses that may be paid together; the first of equal ones is taken. */
  readonly choices: readonly (readonly number[])[];
}

/** A sum set aside for some clauses together; applied to all awards of a run, not to one of them. */
export interface CompiledBudget {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Whole 元 that are there to be paid. */
  readonly available: number;
  /** Numbers of the clauses that are paid from it. */
  readonly clauses: readonly number[];
  readonly rule: BudgetRule;
  /** Number of the fact by which claims come first; null: all get the same share. */
  readonly by: number | null;
  readonly first: 'smallest' | 'largest';
  readonly sentence: string;
}

export interface CompiledPolicy {
  readonly id: string;
  readonly title: string;
  /** Of the pack that it was made from: a replay names it. */
  readonly hash: string;
  readonly on: string;
  readonly level: string;
  readonly facts: FactTable;
  /** Whoever it holds for gets nothing; null: nobody is left out. */
  readonly excluded: Check | null;
  readonly clauses: readonly CompiledClause[];
  /** Every clause is in exactly one; one that stands alone is a group of its own name. */
  readonly groups: readonly CompiledGroup[];
  readonly joints: readonly Joint[];
  /** In the order in which they are applied. */
  readonly budgets: readonly CompiledBudget[];
}
