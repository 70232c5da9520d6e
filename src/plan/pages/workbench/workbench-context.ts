import { createContext, type Dispatch, useContext } from 'react';
import type { PlanDetailJson } from '../../contract.ts';
import type { PlanItem } from '../../domain/model.ts';
import type { DraftActions } from './draft/actions.ts';
import type { PlanVersion } from './version.ts';
import type { VersionIndex } from './view/index-version.ts';
import type { View, ViewChange } from './view/view-state.ts';

/** The windows that open over the workbench. */
export type Dialog = 'publish' | 'merge' | 'head' | 'parents' | 'history' | 'next-edition' | 'assign';

/** By the post's permissions, over a plan that is all in its reach. */
export interface Rights {
  readonly draft: boolean;
  readonly review: boolean;
  readonly publish: boolean;
  readonly assign: boolean;
  readonly export: boolean;
}

/** What the parts of the workbench share. */
export interface Workbench {
  readonly plan: PlanDetailJson;
  readonly version: PlanVersion;
  readonly index: VersionIndex;
  /** The items of the open tab that pass the filters. */
  readonly listed: readonly PlanItem[];
  readonly view: View;
  readonly change: Dispatch<ViewChange>;
  readonly actions: DraftActions;
  /** A draft is open, and the post may change what it says. */
  readonly editable: boolean;
  /** A draft is open, and the post may judge its items and findings. */
  readonly reviewable: boolean;
  /** What the post may do with the plan as a whole. */
  readonly may: Rights;
  open(dialog: Dialog): void;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('useWorkbench outside of the workbench');
  return workbench;
}
