import type { Day, Period } from '../../../kernel/index.ts';
import type { Deliverable, Milestone } from './deliverable.ts';
import type { Duty, Role } from './duty.ts';
import type { Person, Trace, UnitRef } from './person.ts';
import type { Recurrence } from './recurrence.ts';

/** Where a task comes from. */
export type TaskSource =
  | {
      readonly kind: 'plan';
      readonly planId: string;
      readonly edition: number;
      /** The item of the plan; null where only its place is known. */
      readonly itemId: string | null;
      /** Where it stands: `二/（一）/3`. */
      readonly place: string;
    }
  | { readonly kind: 'instruction'; readonly by: string; readonly on: Day; readonly words: string }
  | { readonly kind: 'meeting'; readonly title: string; readonly on: Day; readonly item: string }
  | {
      readonly kind: 'upper-document';
      readonly title: string;
      readonly docNumber: string | null;
      readonly place: string | null;
    };

/** What a unit is to owe, before anything happened. */
export interface DutyContent {
  readonly id: string;
  readonly unit: UnitRef;
  readonly role: Role;
  readonly part: string | null;
  readonly inherited: boolean;
  readonly dueOn: Day | null;
}

/** What a task is when it is made; later changes are events of their own. */
export interface TaskContent {
  readonly id: string;
  readonly title: string;
  readonly words: string | null;
  readonly source: TaskSource;
  readonly regionCode: string | null;
  readonly chains: readonly string[];
  readonly duties: readonly DutyContent[];
  readonly milestones: readonly Omit<Milestone, 'reachedOn'>[];
  readonly deliverables: readonly Deliverable[];
  /** Tasks that have to be done before. */
  readonly dependsOn: readonly string[];
  readonly recurrences: readonly Recurrence[];
  /** The task and duty that this one is a part of, handed down. */
  readonly parent: { readonly taskId: string; readonly dutyId: string } | null;
  /** Which time of a recurring duty this is. */
  readonly occurrence: { readonly of: string; readonly key: string; readonly period: Period } | null;
}

/** A task as it stands after some events. */
export interface Task extends Omit<TaskContent, 'duties' | 'milestones'> {
  /** Counts the events. */
  readonly revision: number;
  readonly createdOn: Day;
  readonly createdBy: Person;
  readonly duties: readonly Duty[];
  readonly milestones: readonly Milestone[];
  readonly withdrawn: Trace | null;
}
