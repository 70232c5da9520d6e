import type { Clock } from '../../../platform/clock/index.ts';
import type { Actor } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { PolicyDb } from '../store.ts';
import type { PolicyShelf } from './shelf.ts';

/** The same document as a pack's, among the plans of the database. */
export interface FoundDocument {
  readonly planId: string;
  readonly title: string;
  /** Support clauses that were read out of it, each with its place and words. */
  readonly clauses: readonly { readonly itemId: string; readonly no: string; readonly words: string }[];
}
/** A document by its number or title, as far as the actor may see it; null when it is not in the database. */
export type FindDocument = (
  actor: Actor,
  document: { readonly docNumber: string | null; readonly title: string },
) => Promise<FoundDocument | null>;

/** What the commands of this slice need of the world. */
export interface PolicyDeps {
  readonly db: PolicyDb;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly shelf: PolicyShelf;
  readonly findDocument: FindDocument;
}

/** The calendar day of now in China. */
export const today = ({ clock }: { readonly clock: Clock }): string =>
  new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The day asked about, or today. Refuses (`day-unknown`) one that no calendar has. */
export function dayAsked(on: string | undefined, deps: { readonly clock: Clock }): string {
  if (on === undefined) return today(deps);
  const day = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== on)
    throw new RefusalError({ code: 'day-unknown', field: 'on', given: on });
  return on;
}
