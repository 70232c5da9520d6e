import type { Day } from '../../kernel/index.ts';

/** What a chain keeps and owes, by place and date; from a pack. */
export interface Scheme {
  readonly region: string | null;
  readonly from: Day;
  readonly maps: readonly SchemeMap[];
  readonly lists: readonly SchemeList[];
  readonly acts: readonly ActNorm[];
}

export interface SchemeMap {
  readonly id: string;
  readonly name: string;
  /** What it is made of where nobody puts one up; without it, it can only be put up. */
  readonly of?: MadeOf | undefined;
}

export type MadeOf = 'nodes' | 'technologies' | 'applications' | 'regions';

export interface SchemeList {
  readonly id: string;
  readonly name: string;
  /** Of what it is made: of the register, of projects, or of entries that people write. */
  readonly of: 'enterprises' | 'projects' | 'entries';
}

/** How often something is to be done. */
export interface ActNorm {
  readonly id: string;
  readonly name: string;
  readonly every: 'year' | 'quarter' | 'month';
  readonly times: number;
}

/** Who runs a chain. */
export interface ChainContent {
  readonly chiefs: readonly { readonly name: string; readonly title: string }[];
  readonly leadUnit: { readonly id: string; readonly name: string } | null;
  /** 链长制办公室: where it sits and whom to call. */
  readonly office: string | null;
  readonly association: { readonly name: string; readonly contact: string } | null;
  /** Places that bear most of it. */
  readonly places: readonly string[];
  readonly note: string | null;
}

export const emptyContent: ChainContent = {
  ...{ chiefs: [], leadUnit: null, office: null, association: null, places: [], note: null },
};

/** A meeting, visit or the like that was held. */
export interface ChainAct {
  readonly id: string;
  readonly kind: string;
  readonly on: Day;
  readonly place: string;
  /** Who led it. */
  readonly by: string;
  readonly subject: string;
  readonly found: string;
  /** Why it does not count; null: it does. */
  readonly struck: string | null;
}
