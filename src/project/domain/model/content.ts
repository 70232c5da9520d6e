import type { Day } from '../../../kernel/index.ts';

/** What is known of a project beside what happened to it. Money is whole fen; areas are hundredths of a mu. */

export const natures = ['new', 'expand', 'upgrade', 'move'] as const;
export type Nature = (typeof natures)[number];
export const natureNames: Readonly<Record<Nature, string>> = {
  new: '新建',
  expand: '扩建',
  upgrade: '技术改造',
  move: '搬迁',
};

/** `2026-03` */
export type Month = string;

export interface YearPlan {
  readonly year: number;
  readonly fen: number;
  /** Twelve sums that come to `fen`; null: nobody has said how the year is divided. */
  readonly months: readonly number[] | null;
}

/** A procedure that the project has to go through. `kind` is one of the norms, or `other`. */
export interface Permit {
  readonly kind: string;
  readonly name: string;
  /** By when it is to be there, by the project's own plan. */
  readonly plannedOn: Day | null;
  /** When the office took the application in: its time runs from here. */
  readonly acceptedOn: Day | null;
  readonly doneOn: Day | null;
  /** Number of the paper. */
  readonly number: string;
}

export interface Milestone {
  readonly name: string;
  readonly plannedOn: Day | null;
  readonly doneOn: Day | null;
}

export interface Loan {
  readonly bank: string;
  readonly wantedFen: number;
  readonly grantedFen: number;
  readonly drawnFen: number;
}

export interface Means {
  /** Land in hundredths of a mu: needed, and handed over so far. */
  readonly landNeeded: number | null;
  readonly landGiven: number | null;
  /** Energy a year in tonnes of standard coal, and electric power in kilowatts. */
  readonly energyTonnes: number | null;
  readonly powerKilowatts: number | null;
  readonly loans: readonly Loan[];
  readonly note: string;
}

/** Who follows a project: a leader, a special group, an office. */
export interface Follower {
  readonly kind: 'unit' | 'person';
  readonly id: string;
  readonly name: string;
  /** `包联领导`, `专班` */
  readonly role: string;
}

export interface Facts {
  readonly name: string;
  /** Number of the national platform for investment projects; null where there is none yet. */
  readonly code: string | null;
  readonly enterprise: string;
  readonly creditCode: string | null;
  readonly nature: Nature;
  readonly site: string;
  /** What is built, and how much of it. */
  readonly scope: string;
  readonly totalFen: number;
  /** Planned months. */
  readonly startMonth: Month | null;
  readonly completionMonth: Month | null;
  readonly productionMonth: Month | null;
  readonly note: string;
}

/** Investment that was done before monthly reports began: all of it up to the end of a month. */
export interface DoneBefore {
  readonly fen: number;
  readonly until: Month;
}

export interface ProjectContent {
  readonly facts: Facts;
  readonly before: DoneBefore | null;
  readonly plan: readonly YearPlan[];
  readonly permits: readonly Permit[];
  readonly milestones: readonly Milestone[];
  readonly means: Means;
  readonly followers: readonly Follower[];
}

export const noMeans: Means = {
  ...{ landNeeded: null, landGiven: null, energyTonnes: null, powerKilowatts: null },
  loans: [],
  note: '',
};
