import type { Clock } from '../../../platform/clock/index.ts';
import type { WorkingCalendar } from '../../kernel/index.ts';
import type { Registers } from '../../organisation/index.ts';
import type { TaskDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface TaskDeps {
  readonly db: TaskDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Days off and make-up days as published. */
  readonly calendar: WorkingCalendar;
  /** How units, regions and chains are properly called. */
  readonly registers: () => Registers;
}
