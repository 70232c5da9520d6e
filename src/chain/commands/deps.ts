import type { Clock } from '../../../platform/clock/index.ts';
import type { SheetContent } from '../../../platform/workbook/index.ts';
import type { Actor } from '../../access/index.ts';
import { dayAt } from '../../kernel/index.ts';
import type { Scheme } from '../domain/index.ts';
import type { ChainDb } from '../store.ts';

/** A table of the workbook of a chain that another slice makes, within what the actor may see. */
export type ListSheet = Omit<SheetContent, 'name'>;

/** What the commands of this slice need of the world. */
export interface ChainDeps {
  readonly db: ChainDb;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly schemes: readonly Scheme[];
  /** Lists that are made of what other slices keep; null where nothing keeps them yet. */
  readonly sheetOf: (actor: Actor, of: 'enterprises' | 'projects', chainId: string) => Promise<ListSheet | null>;
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<ChainDeps, 'clock'>): string => dayAt(clock.now());
