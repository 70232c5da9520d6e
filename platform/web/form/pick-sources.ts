import { createContext, useContext } from 'react';

/** The registers that something can be picked from. */
export type PickKind = 'region' | 'unit' | 'chain' | 'person' | 'party' | 'enterprise' | 'title' | 'tag' | 'industry';
export interface Picked {
  readonly value: string;
  readonly label: string;
  /** What tells two of the same name apart. */
  readonly note?: string;
}

/** Where picks come from; the application says (a slice's search), so that forms know no slice. */
export interface PickSources {
  /** At most some twenty that fit the words, the likeliest first. */
  search(kind: PickKind, text: string): Promise<readonly Picked[]>;
  /** The names of some; those that are gone are left out. */
  named(kind: PickKind, values: readonly string[]): Promise<readonly Picked[]>;
}

const nowhere: PickSources = { search: async () => [], named: async () => [] };
export const PickSourcesContext = createContext<PickSources>(nowhere);
export const usePickSources = (): PickSources => useContext(PickSourcesContext);
