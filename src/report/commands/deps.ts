import type { Clock } from '../../../platform/clock/index.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import type { ReportDb } from '../store.ts';
import type { ReadReadings } from './sources.ts';

/** What the commands of this slice need of the world. */
export interface ReportDeps {
  readonly db: ReportDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Indicators with their targets, as the slice of indicators reads them. */
  readonly readings: ReadReadings;
  /** LibreOffice, when its place was said; it is looked for otherwise. */
  readonly soffice?: string | null;
  /** Is told what goes wrong after a request was answered. */
  readonly noteFault: NoteFault;
}

/** The calendar day of now in China. */
export const today = ({ clock }: { readonly clock: Clock }): string =>
  new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
