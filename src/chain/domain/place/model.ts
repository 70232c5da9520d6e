/** What is known of an enterprise when it is placed. */
export interface Placeable {
  readonly name: string;
  /** A code of GB/T 4754 of any length or edition, with or without its letter, or the name of an industry. */
  readonly industry: string | null;
  readonly products: readonly string[];
  readonly scope: string;
}

/** Cuts a text into words, in order and without loss. */
export type Cut = (text: string) => readonly string[];

/** Names of industries by code, and codes of the edition before with those that hold instead. */
export interface IndustryNames {
  readonly names: ReadonlyMap<string, string>;
  readonly older: ReadonlyMap<string, { readonly name: string; readonly now: readonly string[] }>;
}

export const noIndustries: IndustryNames = { names: new Map(), older: new Map() };

/** From where something speaks for a node. */
export const evidenceKinds = ['products', 'name', 'code', 'scope'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What speaks for a node: how much of what this kind may give (0 to 1), and by which words. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly share: number;
  readonly words: readonly string[];
}

export interface RankedNode {
  readonly nodeId: string;
  /** 0 to 100. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface Placement {
  /** Null: it belongs to no node of the chain. */
  readonly nodeId: string | null;
  /** Of the first node, also where that is below the border. */
  readonly score: number;
  readonly reason: string;
  /** What the rule would say next. */
  readonly secondId: string | null;
  readonly ranked: readonly RankedNode[];
}
