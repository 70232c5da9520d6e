import type { Clock } from '../../../platform/clock/index.ts';
import type { IndicatorDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface IndicatorDeps {
  readonly db: IndicatorDb;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** The calendar day of now in China. */
export const today = ({ clock }: { readonly clock: Clock }): string =>
  new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
