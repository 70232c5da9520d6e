import { createContext, useContext } from 'react';
import type { ListView } from './address.ts';

/** A way of seeing a list that a person saved under a name. */
export interface SavedView {
  readonly name: string;
  /** True: the list opens with it. */
  readonly usual: boolean;
  readonly view: ListView;
}

/** Where a person's views are kept; the application says, so that lists know no slice. Each answers all views of a list. */
export interface ViewStore {
  read(list: string): Promise<readonly SavedView[]>;
  save(list: string, view: SavedView): Promise<readonly SavedView[]>;
  remove(list: string, name: string): Promise<readonly SavedView[]>;
}

/** Null where nobody keeps views: the lists then offer none. */
export const ViewStoreContext = createContext<ViewStore | null>(null);
export const useViewStore = (): ViewStore | null => useContext(ViewStoreContext);
