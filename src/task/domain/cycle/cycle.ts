import type { Day, Period } from '../../../kernel/index.ts';
import type { Person, Trace } from '../model/index.ts';

/** 月调度、季督查、年交账. */
export const cycleKinds = ['monthly', 'quarterly', 'yearly'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/**
 * planned: reporting has not begun; open; closed: the last day has passed and the office reckons, late reports still
 * arrive as late; frozen: what stood then stands for ever.
 */
export const cycleStates = ['planned', 'open', 'closed', 'frozen'] as const;
export type CycleState = (typeof cycleStates)[number];

/** A chain by the name that it bore. */
export interface ChainRef {
  readonly id: string;
  readonly name: string;
}

/** One dispatch: what is asked of everybody for a period. */
export interface Cycle {
  readonly id: string;
  readonly kind: CycleKind;
  readonly period: Period;
  /** It takes the tasks of this chain and no others; left out: it takes all. */
  readonly chain?: ChainRef;
  /** Chains that are dispatched by themselves, whose tasks this one leaves out; known once it is frozen. */
  readonly apart?: readonly ChainRef[];
  /** First and last day of reporting. */
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly state: CycleState;
  readonly revision: number;
  readonly opened: Trace | null;
  readonly closed: Trace | null;
  readonly reminders: readonly Reminder[];
  readonly frozen: Frozen | null;
}

/** Who was reminded, and of what. */
export interface Reminder extends Trace {
  readonly unitIds: readonly string[];
}

/** When a cycle was frozen, by whom, and the fingerprint of what it held. */
export interface Frozen {
  readonly by: Person;
  /** Facts known at this instant counted. */
  readonly at: string;
  readonly digest: string;
}
