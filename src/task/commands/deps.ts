import type { Clock } from '../../../platform/clock/index.ts';
import type { Day, WorkingCalendar } from '../../kernel/index.ts';
import type { Registers } from '../../organisation/index.ts';
import type { CountedEvents } from '../domain/index.ts';
import type { TaskDb } from '../store.ts';

/** What there is of something in a region, and in which time; `from` null: all until the last day. */
export interface CountQuestion {
  readonly events: CountedEvents;
  readonly regionId: string;
  readonly from: Day | null;
  readonly to: Day;
}

/** The value times 10^decimals; `unit` null: pieces. The link leads to what was counted. */
export interface EventCount {
  readonly value: bigint;
  readonly unit: string | null;
  readonly decimals: number;
  readonly link: string | null;
}

/** What the commands of this slice need of the world. */
export interface TaskDeps {
  readonly db: TaskDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Days off and make-up days as published. */
  readonly calendar: WorkingCalendar;
  /** How units, regions and chains are properly called. */
  readonly registers: () => Registers;
  /** Counts, as the platform knows it now, what figures fill themselves from; inside the transaction and as the system. */
  readonly countEvents: (db: TaskDb, asked: CountQuestion) => Promise<EventCount>;
}
