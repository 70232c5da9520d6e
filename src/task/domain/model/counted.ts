/** Steps of the library of projects by which a figure can count, in their order, and what they are called there. */
export const projectStepNames = {
  planned: '谋划',
  waiting: '入储备库',
  started: '开工',
  completed: '竣工',
  producing: '投产',
  reached: '达标达效',
} as const;
export type ProjectStep = keyof typeof projectStepNames;
export const projectSteps = Object.keys(projectStepNames) as ProjectStep[];

/** How many there are, or what was invested in them. */
export const eventMeasures = ['number', 'investment'] as const;

/**
 * What is counted where a figure fills itself from the library of projects. Of a deliverable that units report it is a proposal
 * that nobody has taken up.
 */
export interface CountedEvents {
  readonly source: 'projects';
  readonly measure: (typeof eventMeasures)[number];
  /** Have come to this step: a number counts those that came there in the time of the deliverable. */
  readonly step: ProjectStep;
  /** Total investment of at least so much; null: any. */
  readonly atLeastFen: number | null;
  /** In this region or below it; null: that of the office that keeps the task. */
  readonly regionId: string | null;
  /** Of this chain or below it; null: any. */
  readonly chainId: string | null;
  /** Only what a second person has confirmed. */
  readonly confirmed: boolean;
}
