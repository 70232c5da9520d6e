import type { Day } from '../../../kernel/index.ts';
import type { Evidence } from './deliverable.ts';
import type { Person, Trace, UnitRef } from './person.ts';

/** Several leads of one task are joint leads. */
export const roles = ['lead', 'cooperating'] as const;
export type Role = (typeof roles)[number];

/**
 * planned: not sent yet; sent: waits to be signed for; signed: under way; handed-back: the unit says that it is not for it;
 * submitted: waits for a second person; closed; replaced: another unit took it over; withdrawn: nobody owes it any more.
 */
export const dutyStates = [
  'planned',
  'sent',
  'signed',
  'handed-back',
  'submitted',
  'closed',
  'replaced',
  'withdrawn',
] as const;
export type DutyState = (typeof dutyStates)[number];

/** More time that was asked for, and what was said to it. The deadline before stays as `from`. */
export interface Extension {
  readonly from: Day;
  readonly to: Day;
  readonly asked: Trace;
  /** `to` null: refused. Null: not answered yet. */
  readonly answer: (Trace & { readonly to: Day | null }) | null;
}

/** What a unit says about its progress. Figures are to date, not since the last report. */
export interface Report {
  readonly on: Day;
  readonly at: string;
  readonly by: Person;
  readonly cycleId: string | null;
  /** After the last day of the cycle's reporting. */
  readonly late: boolean;
  readonly words: string;
  readonly figures: readonly { readonly deliverableId: string; readonly value: number }[];
  readonly evidence: readonly Evidence[];
  readonly problem: string | null;
  readonly help: string | null;
}

/** A request to close out, with what shows that it is done. */
export interface Submission extends Trace {
  readonly evidence: readonly Evidence[];
}

/** A close-out: when it was handed in, which counts for the deadline, and when a second person agreed. */
export interface Closing {
  readonly submittedOn: Day;
  readonly on: Day;
  readonly by: Person;
}

/** How often and how hard it was asked after. */
export const urgingSteps = ['urge', 'supervise', 'escalate'] as const;
export type UrgingStep = (typeof urgingSteps)[number];
export interface Urging extends Trace {
  readonly step: UrgingStep;
  /** A supervision letter has a number and a day by which it is to be answered; an escalation says to whom. */
  readonly number: string | null;
  readonly replyBy: Day | null;
  readonly repliedOn: Day | null;
  readonly to: string | null;
  /** A letter that is a paper about several tasks is answered there. */
  readonly paperId?: string;
}

/** What one unit owes of a task. Nothing in it is rewritten: the first deadline and every answer stay. */
export interface Duty {
  readonly id: string;
  readonly unit: UnitRef;
  readonly role: Role;
  /** Its part in words; null: the whole, or no part of its own. */
  readonly part: string | null;
  /**
   * Whether it is closed out by itself. A cooperating unit without a part or deadline of its own goes with the leads: its
   * deadline is theirs, and it is closed with them.
   */
  readonly own: boolean;
  /** The unit stands here by a general sentence of the document, not in the item itself. */
  readonly inherited: boolean;
  /** The first deadline; null: none was set, or that of the leads. */
  readonly dueOn: Day | null;
  readonly state: DutyState;
  readonly sentOn: Day | null;
  readonly signed: Trace | null;
  readonly handBacks: readonly Trace[];
  readonly extensions: readonly Extension[];
  readonly reports: readonly Report[];
  readonly submission: Submission | null;
  /** Every close-out there was, also those that were opened again. */
  readonly closings: readonly Closing[];
  readonly reopenings: readonly Trace[];
  readonly urgings: readonly Urging[];
  /** A deadline passed unmet: stays so whatever is granted later, and a close-out is then not on time. */
  readonly missed: boolean;
  /** The last day on which it stopped being overdue; null: it never was. */
  readonly caughtUpOn: Day | null;
  /** The duty whose place this one took. */
  readonly replaces: string | null;
}
