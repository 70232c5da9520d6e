import type { Day } from '../../../kernel/index.ts';

/** A map of a chain: what is made of what, in columns from raw material to sale, with what serves them. From a pack. */
export interface ChainMap {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly from: Day;
  /** First day on which it no longer holds; null: until another does. */
  readonly to: Day | null;
  /** Chains of the register that it draws. */
  readonly chains: readonly string[];
  /** Words that show that somebody serves this chain at all (纺织、服装……). */
  readonly context: readonly string[];
  /** What looks like a word of the chain and is none (面包、光纤……). */
  readonly not: readonly string[];
  readonly place: PlaceNorms;
  readonly standing: StandingNorms;
  /** The columns, from left to right. */
  readonly stages: readonly Stage[];
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
}

export interface Stage {
  readonly id: string;
  readonly name: string;
}

/** `main`: material goes through it. `support`: it serves those that it goes through. */
export type NodeKind = 'main' | 'support';

export interface MapNode {
  readonly id: string;
  readonly name: string;
  /** Column. */
  readonly stage: string;
  readonly kind: NodeKind;
  /** What else it is called. */
  readonly also: readonly string[];
  /** GB/T 4754-2017, two to four digits, and how surely the code speaks for the node: 0 to 1. */
  readonly codes: readonly { readonly code: string; readonly weight: number }[];
  /** Products, works and services that are its own. */
  readonly words: readonly string[];
  /** Words that only hint at it: shared with other nodes or other chains. */
  readonly hints: readonly string[];
  /** Words that show that it is another node although one of its words is there. */
  readonly not: readonly string[];
  /** Serves any chain (物流、软件……): counts in full only where the chain is named. */
  readonly general: boolean;
  /** Counts for whoever sells and does not make. */
  readonly sells: boolean;
  /** A thing of the nodes `from` is its own where one of `words`, or with `own` any word of its own, stands before: 印花面料. */
  readonly claims: {
    readonly words: readonly string[];
    readonly own: boolean;
    readonly from: readonly string[];
  } | null;
  readonly technologies: readonly string[];
  readonly applications: readonly string[];
}

/** What flows from one node to another. */
export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly flows: string;
  /** What the receiving node spends on it, as a share of its output: 0 to 1. */
  readonly need: number;
}

/** Weights of the rule of placement, in points of a hundred. */
export interface PlaceNorms {
  readonly products: number;
  readonly name: number;
  readonly code: number;
  readonly scope: number;
  /** Below this an enterprise belongs to no node of the chain. */
  readonly border: number;
}

/** Parameters of the rule that says whether a node is strong, weak or missing. */
export interface StandingNorms {
  /** Enterprises below which a node is missing. */
  readonly missingBelow: number;
  /** Enterprises below which it is weak. */
  readonly weakBelow: number;
  /** Share of what the next nodes need that is made here: below it weak, from the other on strong. */
  readonly weakRate: number;
  readonly strongRate: number;
  /** Enterprises from which a node may be strong. */
  readonly strongFrom: number;
}
