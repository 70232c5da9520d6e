/** By what lights are set. Kept with every frozen cycle, so that it can be reckoned again by the same. */
export interface LightRules {
  /** Blue: due within so many days, the day itself included. */
  readonly nearDays: number;
  /** How far a figure may be behind an even pace, in percentage points of its target, before it is yellow. */
  readonly paceTolerance: number;
  /** After so many days without any figure a deliverable is behind: silence is no progress. */
  readonly silentDays: number;
}

export const usualLightRules: LightRules = { nearDays: 10, paceTolerance: 10, silentDays: 45 };
