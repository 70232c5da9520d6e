/** A policy as it stands in a pack, after its shape was checked: formulas are still text. */
export interface PolicySource {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  readonly plan: string | null;
  readonly level: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly eventYear: number | null;
  readonly parameters: readonly ParameterSource[];
  readonly exclude: readonly ExclusionSource[];
  readonly scope: readonly ConditionSource[];
  readonly groups: readonly GroupSource[];
  readonly clauses: readonly ClauseSource[];
  readonly budgets: readonly BudgetSource[];
}

export interface ParameterSource {
  readonly id: string;
  readonly name: string;
  readonly reason: string | null;
  readonly values: readonly { readonly from: string | null; readonly value: string }[];
}

export interface ExclusionSource {
  readonly when: ConditionSource;
  readonly words: string;
  readonly place: string | null;
}

export interface GroupSource {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly rule: 'highest' | 'all';
}

/** A sum set aside for some clauses together, and who is paid when it is not enough. */
export interface BudgetSource {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** A formula without facts. */
  readonly amount: string;
  /** What was paid from it before. */
  readonly used: string | null;
  /** Ids of groups or clauses; none: all of the policy. */
  readonly covers: readonly string[];
  readonly rule: BudgetRule;
  /** The fact by which claims come first; null for `pro-rata`. */
  readonly by: string | null;
  readonly first: 'smallest' | 'largest' | null;
}

/** The same share for each; the earlier first; the more deserving first. */
export type BudgetRule = 'pro-rata' | 'first-come' | 'priority';

export interface ClauseSource {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly for: string;
  readonly scope: readonly ConditionSource[];
  readonly when: readonly ConditionSource[];
  readonly pay: PaySource;
  readonly cap: string | null;
  readonly floor: string | null;
  readonly limits: readonly { readonly name: string; readonly most: string; readonly paid: string }[];
  readonly round: { readonly to: '元' | '百元' | '千元' | '万元'; readonly mode: RoundingMode };
  readonly payers: readonly { readonly payer: string; readonly percent: number }[];
  readonly rest: string | null;
  readonly group: string | null;
  /** Further groups it stands in: of each only the highest counts. */
  readonly alsoIn: readonly string[];
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly evidence: readonly string[];
  readonly open: readonly string[];
  readonly examples: readonly ExampleSource[];
}

export type RoundingMode = 'half-up' | 'down' | 'up';
export type GivenValue = number | boolean | string | null;

export interface ExampleSource {
  readonly title: string;
  readonly on: string | null;
  readonly facts: Readonly<Record<string, GivenValue>>;
  /** 元; null: cannot tell yet. */
  readonly pays: number | null;
}

export type ConditionSource =
  | string
  | { readonly all: readonly ConditionSource[] }
  | { readonly any: readonly ConditionSource[] }
  | { readonly not: ConditionSource }
  | { readonly 'first-over': { readonly value: string; readonly before: string; readonly over: string } }
  | { readonly 'still-held': { readonly since: string; readonly in: string; readonly now: string } };

export interface StepSource {
  readonly when: '=' | '>=' | '>' | '<=' | '<';
  readonly border: string;
  readonly pay: string;
}

export type PaySource =
  | string
  | { readonly rate: string; readonly of: string; readonly most: string | null }
  | { readonly each: string; readonly count: string; readonly most: string | null }
  | { readonly tiers: { readonly of: string; readonly steps: readonly StepSource[] } }
  | { readonly highest: readonly PaySource[] }
  | { readonly sum: readonly PaySource[] };
