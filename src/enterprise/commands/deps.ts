import type { Clock } from '../../../platform/clock/index.ts';
import { type Day, dayAt } from '../../kernel/index.ts';
import type { FigureKind, TagRule, TitleKind } from '../domain/index.ts';
import type { EnterpriseDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface EnterpriseDeps {
  readonly db: EnterpriseDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The dictionaries of packs, in their order. */
  readonly titles: readonly TitleKind[];
  readonly figures: readonly FigureKind[];
  readonly tags: readonly TagRule[];
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<EnterpriseDeps, 'clock'>): Day => dayAt(clock.now());

/** Somebody who did something, and when, as records keep it. */
export const doingOf = ({ clock }: Pick<EnterpriseDeps, 'clock'>, { id, name }: { id: string; name: string }) => ({
  at: clock.now(),
  by: { id, name },
});
