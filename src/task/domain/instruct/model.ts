import type { Day } from '../../../kernel/index.ts';
import type { Role, UnitRef } from '../model/index.ts';

/** What a name in an instruction may mean. */
export interface FoundUnit {
  /** Every unit that is called so; one when the name is clear. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Many units at once, such as 各县区. */
  readonly collective: boolean;
  /** The name is that of a region; its government is meant only where it is told to do something. */
  readonly region: boolean;
}

/** Who is meant by a name; null when it is no name of a unit. */
export type FindUnit = (name: string) => FoundUnit | null;

/** What somebody has to look at before what he said is sent as a task. */
export interface InstructDoubt {
  readonly code:
    | 'lead-missing'
    | 'unit-unresolved'
    | 'unit-several'
    | 'unit-collective'
    | 'unit-region'
    | 'due-missing'
    | 'due-vague'
    | 'due-ambiguous'
    | 'due-several'
    | 'due-past'
    | 'due-year-assumed'
    | 'due-unpublished'
    | 'recurring'
    | 'title-missing';
  readonly given: string;
}

/** A unit with what it is told to do. */
export interface InstructedDuty {
  /** As it was said. */
  readonly said: string;
  readonly unit: UnitRef;
  /** Units that the name may mean when it is not clear. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly role: Role;
  readonly part: string | null;
}

/** The task that comes of an instruction, as it is shown before it is sent. */
export interface Instructed {
  readonly title: string;
  readonly duties: readonly InstructedDuty[];
  readonly dueOn: Day | null;
  /** The words that say by when. */
  readonly dueSaid: string | null;
  /** Days on the way to the last. */
  readonly milestones: readonly { readonly name: string; readonly dueOn: Day }[];
  readonly doubts: readonly InstructDoubt[];
}

/** A stretch of the words. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
