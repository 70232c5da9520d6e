import { RefusalError } from '../../kernel/index.ts';
import { type HistoryStep, type PlanDb, readHistory } from '../store.ts';

/** Most steps that a conflict tells. */
const most = 50;

/** Somebody else changed the plan first. Carries the revision there is now and what happened in between. */
export class RevisionConflict extends RefusalError {
  readonly revision: number;
  readonly steps: readonly HistoryStep[];
  constructor(given: number, revision: number, steps: readonly HistoryStep[]) {
    super({ code: 'revision-conflict', field: 'revision', given, limit: revision });
    this.name = 'RevisionConflict';
    this.revision = revision;
    this.steps = steps;
  }
}

/** Refuses unless the plan stands at the revision that the person saw. */
export async function expectRevision(db: PlanDb, planId: string, given: number, current: number): Promise<void> {
  if (given !== current) throw await conflict(db, planId, given);
}

/** The conflict of somebody who saw `given`, with what has happened since. */
export async function conflict(db: PlanDb, planId: string, given: number): Promise<RevisionConflict> {
  const { steps } = await readHistory(db, planId, given, most);
  return new RevisionConflict(given, steps[0]?.revision ?? given, steps);
}
