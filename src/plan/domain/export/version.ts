import type { ItemKind, PlanFinding, PlanHead, PlanItem } from '../model.ts';

/** What an export is made of: a draft or an edition. */
export interface ExportedVersion {
  readonly head: PlanHead;
  readonly items: readonly PlanItem[];
  readonly findings: readonly PlanFinding[];
  readonly fileName: string;
  /** Null for a draft. */
  readonly edition: { readonly number: number; readonly publishedAt: string; readonly hash: string } | null;
  /** The words at a place of the file. */
  readonly wordsAt: (start: number, end: number) => string;
}

/** The items of one kind that count, in the order of the text. */
export const itemsOf = <K extends ItemKind>(version: ExportedVersion, kind: K): Extract<PlanItem, { kind: K }>[] =>
  version.items.filter(
    (item): item is Extract<PlanItem, { kind: K }> => item.kind === kind && item.review !== 'rejected',
  );
