import type { Clock } from '../../../../platform/clock/index.ts';
import { type Day, dayAt, type WorkingCalendar } from '../../../kernel/index.ts';
import type { SelectionDb } from '../../store/selection/index.ts';
import type { LadderDeps } from '../read-ladder.ts';

/** What the commands of selection rounds need of the world. */
export interface SelectionDeps extends Pick<LadderDeps, 'enterprise' | 'facts' | 'library'> {
  readonly db: SelectionDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Publicity is counted in working days. */
  readonly calendar: WorkingCalendar;
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<SelectionDeps, 'clock'>): Day => dayAt(clock.now());
