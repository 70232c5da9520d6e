import { type ComponentType, createContext, type LazyExoticComponent } from 'react';

/** What is known of somebody who asks what he can get. */
export interface EntitlementViewProps {
  /** By fact: the stored whole number, or null where it is known to be unknown. */
  readonly values: Readonly<Record<string, number | null>>;
  /** The day that is asked about, YYYY-MM-DD; null: today. */
  readonly on: string | null;
}

/** The slice of policies says what follows from facts; the application brings it to the file of an enterprise. */
export const EntitlementViewContext = createContext<LazyExoticComponent<ComponentType<EntitlementViewProps>> | null>(
  null,
);
