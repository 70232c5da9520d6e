import type { DraftJson, EditionJson } from '../../contract.ts';
import type { PlanFinding, PlanHead, PlanItem } from '../../domain/model.ts';

/** What the workbench shows: the open draft, or a published edition that nobody changes any more. */
export interface PlanVersion {
  readonly planId: string;
  readonly head: PlanHead;
  readonly annexes: DraftJson['annexes'];
  readonly outline: DraftJson['outline'];
  readonly source: DraftJson['source'];
  readonly items: readonly PlanItem[];
  readonly findings: readonly PlanFinding[];
  readonly counts: DraftJson['counts'];
  /** Null for an edition. */
  readonly draft: Pick<DraftJson, 'revision' | 'basedOn' | 'undo' | 'redo'> | null;
  /** Null for a draft. */
  readonly edition: Pick<
    EditionJson,
    'number' | 'publishedAt' | 'publishedBy' | 'hash' | 'note' | 'acknowledged' | 'intact'
  > | null;
}

export const ofDraft = (draft: DraftJson): PlanVersion => ({ ...draft, draft, edition: null });
export const ofEdition = (edition: EditionJson): PlanVersion => ({ ...edition, draft: null, edition });
