/** How far a session is in; see the contract. */
export type InState = 'second-factor' | 'password-due' | 'second-factor-due' | 'open';

export interface Standing {
  /** True once the second factor was given, or none is bound. */
  readonly complete: boolean;
  readonly passwordDueAt: string | null;
  readonly mustChangePassword: boolean;
  readonly secondFactorBound: boolean;
  readonly secondFactorNeeded: boolean;
}

/** What stands between a session and everything else: one thing at a time, in this order. */
export function inState(standing: Standing, now: string): InState {
  if (!standing.complete) return 'second-factor';
  if (standing.mustChangePassword || (standing.passwordDueAt !== null && standing.passwordDueAt <= now))
    return 'password-due';
  if (standing.secondFactorNeeded && !standing.secondFactorBound) return 'second-factor-due';
  return 'open';
}
