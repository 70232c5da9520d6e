/** One part of a target as somebody prepares it; figures as the indicator keeps them, rates in millionths. */
export interface DraftPart {
  readonly regionId: string;
  /** '' unless it is a unit's. */
  readonly unitId: string;
  /** '' unless it is one enterprise's. */
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  /** null: nothing yet. */
  readonly value: number | null;
  /** Settled by hand: a proposal leaves it as it is. */
  readonly fixed: boolean;
}

/** What is being prepared to be handed down from one target. */
export interface HandingDraft {
  /** How much stricter than the target the parts may be together, in millionths. */
  readonly overshoot: number;
  readonly parts: readonly DraftPart[];
}

/** Which part of a target: a region, a unit or an enterprise. */
export const partKey = ({ regionId, unitId, enterpriseId }: Pick<DraftPart, 'regionId' | 'unitId' | 'enterpriseId'>) =>
  [regionId, unitId, enterpriseId].join('|');
