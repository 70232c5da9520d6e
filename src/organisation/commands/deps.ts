import type { Clock } from '../../../platform/clock/index.ts';
import type { FilledSheet, SheetSpec, SheetText } from '../../kernel/index.ts';
import type { Registers } from '../domain/index.ts';
import type { OrganisationDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface OrganisationDeps {
  readonly db: OrganisationDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The registers of names that come with the program. */
  readonly registers: () => Registers;
}

/** Workbooks in and out, for the import. */
export interface Workbooks {
  /** The sheets of an uploaded workbook. Refuses what is none. */
  readonly read: (fileName: string, bytes: Uint8Array) => Promise<readonly SheetText[]>;
  readonly write: (
    sheets: readonly FilledSheet[],
    explanation: { name: string; lines: readonly string[] },
  ) => Promise<Uint8Array>;
  readonly mark: (
    sent: readonly SheetText[],
    specs: readonly SheetSpec[],
    faults: readonly ToldFault[],
    explanation: string,
  ) => Promise<Uint8Array>;
}
export type ToldFault = import('../../../platform/workbook/index.ts').ToldFault;

/** The calendar day of now in China, on which the organisation is looked at. */
export const today = ({ clock }: { readonly clock: Clock }): string =>
  new Date(Date.parse(clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
