import type { Day } from '../../../kernel/index.ts';
import type { Evidence } from './deliverable.ts';
import type { Report, UrgingStep } from './duty.ts';
import type { Stamp, UnitRef } from './person.ts';
import type { DutyContent, TaskContent } from './task.ts';

/** Something that happened to one duty. */
type OfDuty =
  | { readonly kind: 'signed' }
  | { readonly kind: 'handed-back'; readonly reason: string }
  | { readonly kind: 'insisted'; readonly reason: string }
  | {
      readonly kind: 'reassigned';
      readonly newDutyId: string;
      readonly unit: UnitRef;
      readonly dueOn: Day | null;
      readonly reason: string;
    }
  | { readonly kind: 'reported'; readonly report: Omit<Report, 'on' | 'at' | 'by'> }
  | { readonly kind: 'extension-asked'; readonly to: Day; readonly reason: string }
  | { readonly kind: 'extension-answered'; readonly to: Day | null; readonly reason: string }
  | { readonly kind: 'submitted'; readonly words: string; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'returned'; readonly reason: string; readonly to: Day | null }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reopened'; readonly reason: string; readonly to: Day | null }
  | {
      readonly kind: 'urged';
      readonly step: UrgingStep;
      readonly words: string;
      readonly number: string | null;
      readonly replyBy: Day | null;
      readonly to: string | null;
      /** The paper that a letter is: it may be about several tasks, has one answer, and is answered there. */
      readonly paperId?: string;
    }
  | { readonly kind: 'letter-answered'; readonly number: string; readonly words: string };

/** What the office says about a task before it is sent: who is meant, which part, by when, and what is measured. */
export type Settled = Pick<TaskContent, 'duties' | 'milestones' | 'deliverables' | 'dependsOn' | 'recurrences'>;

/** What happened, before who and when is added. */
export type Happening =
  | { readonly kind: 'created'; readonly content: TaskContent }
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'ordered'; readonly dependsOn: readonly string[] }
  | { readonly kind: 'duty-added'; readonly duty: DutyContent }
  | { readonly kind: 'assigned' }
  | { readonly kind: 'milestone-reached'; readonly milestoneId: string; readonly words: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | (OfDuty & { readonly dutyId: string });

/** A fact about a task: kept for ever, and all that its state, lights and rates are reckoned from. */
export type TaskEvent = Happening &
  Stamp & {
    /** 1, 2, 3… within its task. */
    readonly no: number;
    /** The day that it was in Beijing. */
    readonly on: Day;
  };
