import type {
  AnnexItem,
  ClauseItem,
  IndicatorItem,
  OutlineNode,
  SourceFormat,
  TableItem,
  TaskItem,
} from '../../document/index.ts';
import type { Finding } from './lint/model.ts';

/** Who changed something, and when (ISO 8601 with zone). */
export interface Signature {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** The head of a plan: what the document says about itself. */
export interface PlanHead {
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  /** `YYYY-MM-DD`, as are the two below. */
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityText: string | null;
  readonly addressees: readonly string[];
}

/** What the extraction knows of the document's build; a reviewer does not change it. */
export interface PlanStructure {
  readonly annexes: readonly AnnexItem[];
  readonly outline: readonly OutlineNode[];
}

/** Where in a stored file the document of a plan stands; every item's offsets count from the file's beginning. */
export interface PlanSource {
  readonly id: string;
  readonly fileName: string;
  readonly format: SourceFormat;
  /** Lower-case hex of the SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
}

export interface ItemContents {
  readonly indicator: IndicatorItem;
  readonly task: TaskItem;
  readonly clause: ClauseItem;
  readonly table: TableItem;
}
export type ItemKind = keyof ItemContents;
export type ItemContent = ItemContents[ItemKind];

/** unreviewed: nobody looked; rejected: no item at all, kept in the draft for the record and left out of an edition. */
export type Review = 'unreviewed' | 'confirmed' | 'corrected' | 'rejected';
export type Origin = 'extracted' | 'added' | 'merged';

interface ItemOf<K extends ItemKind> {
  /** Unique in its plan and never used again: `I12`, `T3`, `C5`, `B1`. The same through all editions. */
  readonly id: string;
  readonly kind: K;
  readonly review: Review;
  readonly origin: Origin;
  /** The last person who touched it; null while it is as the machine read it. */
  readonly touched: Signature | null;
  readonly content: ItemContents[K];
}
export type PlanItem = { [K in ItemKind]: ItemOf<K> }[ItemKind];

/** A reviewer's word that a finding needs no correction. */
export interface Dismissal extends Signature {
  readonly findingId: string;
  readonly reason: string;
}

/** A finding as a draft shows it. The id stays while rule and place stay. */
export interface PlanFinding extends Finding {
  readonly id: string;
  readonly dismissed: Dismissal | null;
}

/** The part of a plan that people change; everything a change can touch is in here. */
export interface DraftState {
  readonly head: PlanHead;
  /** In the order of the text. */
  readonly items: readonly PlanItem[];
  readonly dismissals: readonly Dismissal[];
}

/** What a plan holds, for lists. Rejected items are counted only under `rejected`; findings only while open. */
export interface PlanCounts {
  readonly indicators: number;
  readonly tasks: number;
  readonly clauses: number;
  readonly tables: number;
  readonly unreviewed: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly dismissed: number;
}

/** draft: never published; published: no open draft; revising: published and a new draft open; discarded: in the bin. */
export type PlanStatus = 'draft' | 'published' | 'revising' | 'discarded';
