import type { Clock } from '../../../platform/clock/index.ts';
import { dayAt, type WorkingCalendar } from '../../kernel/index.ts';
import type { ProjectNorms } from '../domain/index.ts';
import type { ProjectDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface ProjectDeps {
  readonly db: ProjectDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Days off and make-up days as published. */
  readonly calendar: WorkingCalendar;
  /** Norms where no region has set its own, from the earliest on. */
  readonly norms: readonly ProjectNorms[];
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<ProjectDeps, 'clock'>): string => dayAt(clock.now());

/** Somebody who did something, as records keep it. */
export const doerOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
