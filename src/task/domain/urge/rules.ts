/** When somebody is asked after, in working days; data of the office, kept with what follows from it. */
export interface UrgingRules {
  /** Not signed for so many working days after it was sent. */
  readonly unsigned: number;
  /** So many working days before the deadline. */
  readonly before: number;
  /** A letter goes out so many working days after the deadline. */
  readonly letter: number;
  /** A letter goes out after so many times of urging since the deadline, whatever the day. */
  readonly urgings: number;
  /** The days a unit has to answer a letter. */
  readonly reply: number;
  /** The chief is told so many working days after the deadline; or when a letter was not answered in time. */
  readonly escalate: number;
  /** Nobody is asked twice within so many working days by the same step. */
  readonly rest: number;
}

export const usualUrgingRules: UrgingRules = {
  unsigned: 3,
  before: 5,
  letter: 5,
  urgings: 2,
  reply: 3,
  escalate: 15,
  rest: 3,
};
