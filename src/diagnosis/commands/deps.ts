import type { Clock } from '../../../platform/clock/index.ts';
import { type Day, dayAt } from '../../kernel/index.ts';
import type { Questionnaires } from '../pack.ts';
import type { DiagnosisDb } from '../store.ts';

/** A clause of a policy in force that looks at a fact. */
export interface PayingClause {
  readonly policyId: string;
  readonly policyTitle: string;
  readonly clauseId: string;
  readonly title: string;
  readonly place: string;
  readonly words: string;
}

/** What the commands of this slice need of the world. */
export interface DiagnosisDeps {
  readonly db: DiagnosisDb;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly questionnaires: Questionnaires;
  /** Clauses in force on a day that look at one of these facts. */
  readonly clausesOver: (facts: readonly string[], on: Day) => readonly PayingClause[];
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<DiagnosisDeps, 'clock'>): Day => dayAt(clock.now());
