import { type ComponentType, createContext, type LazyExoticComponent } from 'react';

/** What was paid by a clause before. */
export interface HadGrant {
  readonly on: string;
  readonly fen: number;
  readonly docNumber: string;
}

/** What is known of somebody who asks what he can get. */
export interface EntitlementViewProps {
  /** By fact: the stored whole number, or null where it is known to be unknown. */
  readonly values: Readonly<Record<string, number | null>>;
  /** The day that is asked about, YYYY-MM-DD; null: today. */
  readonly on: string | null;
  /** What was had before of which clause, by `policy/clause`, the newest first; left out: nothing is known of it. */
  readonly had?: ReadonlyMap<string, readonly HadGrant[]> | undefined;
  /** Only clauses that ask for one of these facts; left out: all. */
  readonly asking?: readonly string[] | undefined;
}

/** The slice of policies says what follows from facts; the application brings it to the file of an enterprise. */
export const EntitlementViewContext = createContext<LazyExoticComponent<ComponentType<EntitlementViewProps>> | null>(
  null,
);
