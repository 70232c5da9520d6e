import { ApiRefused } from '../../../../../platform/web/api.ts';
import type { HistoryEntryJson, RefusedJson } from '../../../contract.ts';

/** Somebody else changed the draft first. What they did, and the revision to go on from. */
export interface EditConflict {
  readonly revision: number;
  readonly changes: readonly HistoryEntryJson[];
}

const CONFLICT = 409;

/** The conflict that a refusal tells of; null when it was refused for another reason. */
export function conflictOf(error: unknown): EditConflict | null {
  if (!(error instanceof ApiRefused) || error.status !== CONFLICT) return null;
  const { revision, changes } = (error.body ?? {}) as Partial<RefusedJson>;
  return revision === undefined ? null : { revision, changes: changes ?? [] };
}

/** True when one of these items was touched by what others did. */
export const touches = ({ changes }: EditConflict, ids: readonly string[]): boolean =>
  changes.some((entry) => entry.items.some(({ itemId }) => ids.includes(itemId)));
