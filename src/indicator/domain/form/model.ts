import type { Period, PeriodLength } from '../../../kernel/index.ts';
import type { CellRules, RatioRule, SumRule } from '../checks/rules.ts';
import type { Role } from '../figure.ts';

/** What is asked, of whom, when, and how it is checked. */
export interface FormContent {
  readonly name: string;
  readonly note: string;
  readonly columns: readonly FormColumn[];
  readonly rows: RowKind;
  /** With a row for each chain: which, in order. */
  readonly chains: readonly string[];
  readonly role: Role;
  readonly frequency: PeriodLength;
  readonly firstPeriod: Period;
  /** Calendar days after the last day of the period; below 0: before it. */
  readonly opensAfter: number;
  readonly dueAfter: number;
  /** Days before it is due; 0: nobody is reminded. */
  readonly remindBefore: number;
  readonly checks: FormChecks;
}

export type RowKind = 'unit' | 'chains' | 'enterprises';
export interface FormColumn {
  readonly indicatorId: string;
  readonly required: boolean;
}
export interface FormChecks {
  readonly sums: readonly SumRule[];
  readonly ratios: readonly RatioRule[];
  /** null: the usual ones. */
  readonly cell: CellRules | null;
}

/** A row of a sheet: whose figures stand in it. */
export interface SheetRow {
  /** `unit`, the id of a chain, or that of an enterprise. */
  readonly key: string;
  readonly title: string;
  /** '' for none. */
  readonly enterpriseId: string;
  readonly chainId: string;
}

/** The row of a form that has one for the unit itself. */
export const unitRow = 'unit';
